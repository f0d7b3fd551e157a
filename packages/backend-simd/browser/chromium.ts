import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser without a window, with a profile of its own. */
export interface Browser {
  /** Rejects when the browser ends. */
  readonly ended: Promise<never>;
  /** What it has said so far, the console of its page included. */
  log(): string;
  close(): Promise<void>;
}

const flags = [
  ['--headless', '--enable-logging=stderr'],
  ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'], // a container has none of them
  ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'], // calls nobody
].flat();

/** Opens an address in Debian's Chromium, or in the browser that CHROMIUM names in the environment. */
export async function openChromium(address: string, furtherFlags: readonly string[]): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'genmodels-chromium-'));
  const program = process.env['CHROMIUM'] ?? 'chromium';
  const args = [...flags, ...furtherFlags, `--user-data-dir=${profile}`, address];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const end = once(child, 'close').catch((cause) => {
    throw new Error(`cannot run ${program}: install Debian's chromium, or name a browser in CHROMIUM`, { cause });
  });
  const ended = end.then(([code]) => {
    throw new Error(`${program} ended with code ${code}`);
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (log += text));
  const close = async () => {
    child.kill();
    await end.catch(() => {}); // it never began
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  return { ended, log: () => withoutNoise(log), close };
}

/** Where there is no D-Bus, as in a container, the browser says so all the time. */
function withoutNoise(log: string): string {
  return log.replaceAll(/^.*dbus.*\n/gm, '');
}
