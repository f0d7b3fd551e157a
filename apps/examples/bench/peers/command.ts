import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PeerTask, ProfileTask } from './peer.ts';

/** The program of a peer's process and its arguments. A Node runs the sources as this one does. */
export function commandOf({ peer, ...rest }: PeerTask | ProfileTask): readonly [string, ...string[]] {
  const task = JSON.stringify({ peer, ...rest });
  if (peer.kind === 'pytorch') return [python(), fileURLToPath(new URL('./pytorch.py', import.meta.url)), task];
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  return [peer.node?.path ?? process.execPath, ...process.execArgv, main, 'peer', task];
}

/** `GENMODELS_PYTHON`, or the system's Python, which is the one that Debian's packages are for, or the first in PATH. */
function python(): string {
  const system = '/usr/bin/python3';
  return process.env['GENMODELS_PYTHON'] ?? (existsSync(system) ? system : process.platform === 'win32' ? 'python' : 'python3');
}
