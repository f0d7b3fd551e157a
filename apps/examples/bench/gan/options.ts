import { parseArgs } from 'node:util';
import type { Choice } from './all-cells.ts';
import { pointSets } from './cell.ts';
import { allGames } from './games.ts';

/** What `pnpm bench gan` shall do. */
export interface GanBenchOptions {
  readonly choice: Choice;
  /** Cells at once, each in a process with one thread. */
  readonly jobs: number;
  /** Versions of Node to train in: one, or none for this one. */
  readonly nodes: readonly string[];
  /** Makes the table of what is finished, and trains nothing. */
  readonly show: boolean;
}

export const usage = `pnpm bench gan [options]
  --data PATTERN         only points whose name matches: ring, grid
  --loss PATTERN         only losses whose name matches: 'hinge', '^wasserstein-gp$'. There are
                         ${allGames()
                           .map(({ name }) => name)
                           .join(', ')}
  --k 1 --k 5            updates of the discriminator a step
  --seeds 3              trainings of each: seeds 0, 1, 2
  --steps 5400           updates of the generator on the grid; a third of them on the ring
  --jobs 1               trainings at once, each in a process with one thread
  --node 24.21.0         train in this Node (Linux on x64; from npm): relaxed SIMD needs 22
  --show                 only the table of what is finished`;

export function readGanBenchOptions(args: readonly string[]): GanBenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', default: '' },
      loss: { type: 'string', default: '' },
      k: { type: 'string', multiple: true, default: ['1', '5'] },
      seeds: { type: 'string', default: '3' },
      steps: { type: 'string', default: '5400' },
      jobs: { type: 'string', default: '1' },
      node: { type: 'string' },
      show: { type: 'boolean', default: false },
    },
  });
  const names = allGames().map(({ name }) => name);
  return {
    choice: {
      data: matching(pointSets, values.data, '--data'),
      games: matching(names, values.loss, '--loss'),
      ks: values.k.map((text) => positive(text, '--k')),
      seeds: positive(values.seeds, '--seeds'),
      steps: positive(values.steps, '--steps'),
    },
    jobs: positive(values.jobs, '--jobs'),
    nodes: values.node === undefined ? [] : [values.node],
    show: values.show,
  };
}

function matching<T extends string>(known: readonly T[], pattern: string, option: string): T[] {
  const found = known.filter((name) => new RegExp(pattern, 'i').test(name));
  if (found.length === 0) throw new Error(`${option} must match one of ${known.join(', ')}, got ${pattern}\n\n${usage}`);
  return found;
}

function positive(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new Error(`${option} must be a whole number of at least 1, got ${text}\n\n${usage}`);
  }
  return value;
}
