import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Devtools } from './devtools.ts';

/** A browser without a window. */
export interface Browser {
  /** What drives it. */
  readonly devtools: Devtools;
  /** Rejects when the browser ends. */
  readonly ended: Promise<never>;
  /** What it has said so far, the console of its pages included. */
  log(): string;
  /** Ends all its processes at once, in the middle of whatever they do. Its profile stays. */
  kill(): Promise<void>;
  /** Ends it, and removes the profile that was made for it. */
  close(): Promise<void>;
}

const flags = [
  ['--headless', '--enable-logging=stderr', '--remote-debugging-pipe'],
  ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'], // a container has none of them
  ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'], // calls nobody
].flat();

/**
 * Opens an address in Debian's Chromium, or in the browser that CHROMIUM names in the environment. Without a profile, a folder, it
 * gets a new one.
 */
export async function openChromium(address: string, furtherFlags: readonly string[] = [], profile?: string): Promise<Browser> {
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'genmodels-chromium-')));
  const program = process.env['CHROMIUM'] ?? 'chromium';
  const args = [...flags, ...furtherFlags, `--user-data-dir=${folder}`, address];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true });
  const end = once(child, 'close').catch((cause) => {
    throw new Error(`cannot run ${program}: install Debian's chromium, or name a browser in CHROMIUM`, { cause });
  });
  const ended = end.then(([code]) => {
    throw new Error(`${program} ended with code ${code}`);
  });
  ended.catch(() => undefined); // whoever waits for something else may not ask
  let log = '';
  child.stderr!.setEncoding('utf8').on('data', (text) => (log += text));
  const kill = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL'); // the group that `detached` made
    await end.catch(() => undefined);
  };
  const close = async () => {
    child.kill();
    await end.catch(() => undefined); // it never began
    if (profile === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  const [to, from] = child.stdio.slice(3) as unknown as [Writable, Readable];
  return { devtools: new Devtools(to, from), ended, log: () => withoutNoise(log), kill, close };
}

/** Where there is no D-Bus, as in a container, the browser says so all the time. */
function withoutNoise(log: string): string {
  return log.replaceAll(/^.*dbus.*\n/gm, '');
}
