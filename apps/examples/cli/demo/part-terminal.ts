import type { Terminal } from '../terminal.ts';

/** The terminal of a part of a longer work: its chapters say whose they are; a title and a summary has only the whole. */
export function partTerminal(terminal: Terminal, part: string): Terminal {
  return {
    ...terminal,
    title() {},
    chapter: (name, work) => terminal.chapter(`${part}: ${name.toLowerCase()}`, work),
    summary() {},
  };
}
