import type { Cell } from './cell.ts';
import type { CellResult } from './cell-result.ts';
import type { ResultsFolder } from './results-folder.ts';
import { settingsOf } from './settings.ts';

/** Trains one cell. */
export type Trainer = (cell: Cell) => Promise<CellResult>;

export interface Run {
  readonly folder: ResultsFolder;
  /** Each takes the next cell when it is done with one. */
  readonly trainers: readonly Trainer[];
  /** Called when a cell is finished and would survive a crash. `left` are still to do. */
  onResult?(result: CellResult, left: number): void;
}

/** The results of those cells that are finished. */
export async function readResults(cells: readonly Cell[], folder: ResultsFolder): Promise<CellResult[]> {
  const results = await Promise.all(cells.map((cell) => folder.read(cell, settingsOf(cell))));
  return results.filter((result) => result !== undefined);
}

/** Trains what is not finished yet. Rejects with the first error; what was finished until then stays. */
export async function runCells(cells: readonly Cell[], { folder, trainers, onResult }: Run): Promise<void> {
  const finished = await Promise.all(cells.map((cell) => folder.read(cell, settingsOf(cell))));
  const waiting = cells.filter((_, i) => finished[i] === undefined);
  let left = waiting.length;
  const work = async (train: Trainer): Promise<void> => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
      const result = await train(cell);
      await folder.write(result);
      onResult?.(result, --left);
    }
  };
  await Promise.all(trainers.map(work));
}
