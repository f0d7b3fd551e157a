import type { Terminal } from './terminal.ts';

/** What a command has around it. */
export interface Surroundings {
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C: end soon, keep what there is. */
  readonly signal: AbortSignal;
}
