import { counted } from '../../report/numbers.ts';
import type { TextTable } from '../backend/text-table.ts';
import { type Choice, stepsOn } from './all-cells.ts';
import type { CellResult } from './cell-result.ts';
import { gameOf } from './games.ts';
import { figuresOf, type GroupFigures, modeCount } from './group.ts';
import { batchSize } from './settings.ts';

/** A row for each loss and k. What is not finished is a dot, and what is finished in part says so. */
export function ganTable({ data, games, ks, seeds, steps }: Choice, results: readonly CellResult[]): TextTable {
  const stepsText = data.map((set) => `${stepsOn(set, steps)} (${set})`).join(' and ');
  return {
    title: `Modes covered, least to most of ${counted(seeds, 'seed')}, and samples within 3 sigma, mean: ${stepsText} steps of ${batchSize} points`,
    headings: [
      ['', 'loss'],
      ['', 'k'],
      ...data.flatMap((set) => [
        [set, `modes of ${modeCount(set)}`],
        ['within', '3 sigma, %'],
        ['a training', 's'],
      ]),
    ],
    rows: games.flatMap((game) =>
      ks.map((k) => {
        const cells = data.flatMap((set) => cellsOf(figuresOf({ data: set, game, k }, results), seeds));
        return [gameOf(game).title, `${k}`, ...cells];
      }),
    ),
  };
}

function cellsOf(figures: GroupFigures | undefined, seeds: number): [modes: string, highQuality: string, seconds: string] {
  if (figures === undefined) return ['.', '.', '.'];
  const { meanHighQuality, seconds } = figures;
  return [modesText(figures, seeds), (100 * meanHighQuality).toFixed(1), seconds.toFixed(0)];
}

/** '8', '3-7', '0-7 (1 diverged)', '8 (2 of 3 seeds)' */
function modesText({ count, diverged, leastModes, mostModes }: GroupFigures, seeds: number): string {
  const range = leastModes === mostModes ? `${leastModes}` : `${leastModes}-${mostModes}`;
  const notes = [...(diverged > 0 ? [`${diverged} diverged`] : []), ...(count < seeds ? [`${count} of ${seeds} seeds`] : [])];
  return notes.length === 0 ? range : `${range} (${notes.join(', ')})`;
}
