import { PassThrough } from 'node:stream';
import type { Surroundings } from '../surroundings.ts';
import { createTerminal } from '../terminal.ts';

/** Surroundings whose Ctrl-C comes with `words`, or with the first progress after them; `said` is all that they showed. */
export function interrupted(words: string, { midway = false } = {}): Surroundings & { said(): string } {
  const [output, stop] = [new PassThrough(), new AbortController()];
  let said = '';
  const stopIfSaid = () => said.includes(words) && stop.abort();
  output.on('data', (chunk) => {
    said += chunk;
    if (!midway) stopIfSaid();
  });
  const terminal = { ...createTerminal(output), progress: () => ({ update: stopIfSaid, skipTo() {}, stop() {} }) };
  return { terminal, signal: stop.signal, said: () => said };
}
