import { join } from 'node:path';
import { toText } from '../backend/text-table.ts';
import { findNodes } from '../peers/find-nodes.ts';
import { allCells } from './all-cells.ts';
import type { Cell } from './cell.ts';
import { gridGoals } from './gan-goals.ts';
import { ganTable } from './gan-table.ts';
import { ganNotes } from './notes.ts';
import { type GanBenchOptions, readGanBenchOptions, usage } from './options.ts';
import { showProgress } from './progress.ts';
import { ResultsFolder } from './results-folder.ts';
import { readResults, runCells } from './run-cells.ts';
import { startTrainer } from './trainer-process.ts';
import { writeTables } from './write-tables.ts';

/**
 * `pnpm bench gan`: which modes of a ring and of a grid each loss finds. Every finished training is a file in runs/bench-gan, so that
 * a second call goes on with those that are missing.
 */
export async function benchGan(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(usage);
  const options = readGanBenchOptions(args);
  const { choice, show } = options;
  const folder = new ResultsFolder(join('runs', 'bench-gan'));
  if (!show) await trainMissing(allCells(choice), folder, options);

  const results = await readResults(allCells(choice), folder);
  const tables = [ganTable(choice, results), ...(choice.data.includes('grid') ? [gridGoals(choice, results)] : [])];
  const notes = ganNotes(choice, results);
  for (const table of tables) console.log(toText(table));
  console.log(['', ...notes].join('\n'));
  console.log(`\n${await writeTables(folder.path, { choice, results, tables, notes })}`);
}

async function trainMissing(cells: readonly Cell[], folder: ResultsFolder, { jobs, nodes }: GanBenchOptions): Promise<void> {
  const node = findNodes(nodes).at(-1)!.path;
  const trainers = Array.from({ length: jobs }, () => startTrainer(node));
  try {
    await runCells(cells, { folder, trainers: trainers.map(({ train }) => train), onResult: showProgress(jobs) });
  } finally {
    for (const trainer of trainers) trainer.end();
  }
}
