import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Cell } from './cell.ts';
import type { CellResult } from './cell-result.ts';
import type { Trainer } from './run-cells.ts';

/** What the process answers to a cell. */
export type Answer = { readonly result: CellResult } | { readonly error: string };

/** A process of its own with one thread, which starts once and trains one cell after another. */
export interface TrainerProcess {
  readonly train: Trainer;
  end(): void;
}

/** `node` is the program that it runs in. It runs the sources as this one does. */
export function startTrainer(node: string): TrainerProcess {
  const child = fork(fileURLToPath(new URL('../main.ts', import.meta.url)), ['gan-trainer'], { execPath: node });
  return { train: (cell) => ask(child, cell), end: () => void child.kill() };
}

async function ask(child: ChildProcess, cell: Cell): Promise<CellResult> {
  const answer = await new Promise<Answer>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Answer));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ error: `the process that trained ended with ${signal ?? code}` }));
    child.send(cell);
  });
  child.removeAllListeners();
  if ('error' in answer) throw new Error(answer.error);
  return answer.result;
}
