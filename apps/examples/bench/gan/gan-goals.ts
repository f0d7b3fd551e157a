import type { TextTable } from '../backend/text-table.ts';
import type { Choice } from './all-cells.ts';
import type { CellResult } from './cell-result.ts';
import { figuresOf, type GroupFigures, modeCount } from './group.ts';

/** What the grid shall reach: with the gradient penalty on every seed, and with a loss that covers all modes on the mean of its seeds. */
export function gridGoals({ games, ks, seeds }: Choice, results: readonly CellResult[]): TextTable {
  const all = modeCount('grid');
  const groups = games.flatMap((game) => ks.map((k) => figuresOf({ data: 'grid', game, k }, results)));
  const complete = groups.filter((figures) => figures !== undefined && figures.count >= seeds) as GroupFigures[];
  const shares = complete.map(({ leastModes, meanHighQuality }) => (leastModes === all ? meanHighQuality : 0));
  const best = shares.length === 0 ? undefined : Math.max(...shares);
  const penalty = figuresOf({ data: 'grid', game: 'wasserstein-gp', k: 5 }, results);
  const every = penalty !== undefined && penalty.count >= seeds ? penalty : undefined;
  return {
    title: 'Goals on the grid',
    headings: [['goal'], ['reached'], ['wanted'], ['']],
    rows: [
      goalRow('gradient penalty, k 5, modes on every seed', every?.leastModes, all),
      goalRow('gradient penalty, k 5, % within 3 sigma on every seed', percent(every?.leastHighQuality), 75),
      goalRow('the best loss that covers all modes, % within 3 sigma', percent(best), 90),
    ],
  };
}

function goalRow(what: string, reached: number | undefined, wanted: number): string[] {
  if (reached === undefined) return [what, '.', `>= ${wanted}`, 'not measured'];
  return [what, `${Number(reached.toFixed(1))}`, `>= ${wanted}`, reached >= wanted ? 'met' : 'MISSED'];
}

function percent(share: number | undefined): number | undefined {
  return share === undefined ? undefined : 100 * share;
}
