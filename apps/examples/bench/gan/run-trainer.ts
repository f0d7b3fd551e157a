import { startBackend } from '../peers/start-backend.ts';
import type { Cell } from './cell.ts';
import { trainCell } from './train-cell.ts';
import type { Answer } from './trainer-process.ts';

/** What the process of a trainer does, until the one that started it ends it or is gone. */
export async function runTrainer(): Promise<void> {
  const missing = await startBackend({ kind: 'simd', threads: 1 });
  if (missing !== undefined) throw new Error(missing);
  process.on('message', (cell: Cell) => void answerTo(cell).then((answer) => process.send!(answer)));
  process.on('disconnect', () => process.exit());
}

async function answerTo(cell: Cell): Promise<Answer> {
  try {
    return { result: await trainCell(cell) };
  } catch (error) {
    return { error: (error as Error).stack ?? String(error) };
  }
}
