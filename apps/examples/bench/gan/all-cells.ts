import type { Cell, PointSet } from './cell.ts';

/** What a table is made of. */
export interface Choice {
  readonly data: readonly PointSet[];
  /** Names of games. */
  readonly games: readonly string[];
  readonly ks: readonly number[];
  /** How many trainings of each: seeds from 0. */
  readonly seeds: number;
  /** Updates of the generator on the grid; the ring, which is easier, takes a third of them. */
  readonly steps: number;
}

/** Every training of a table; all of one seed before the next, so that a part of them fills the table thinly, but as a whole. */
export function allCells({ data, games, ks, seeds, steps }: Choice): Cell[] {
  return Array.from({ length: seeds }, (_, seed) => seed).flatMap((seed) =>
    data.flatMap((set) => games.flatMap((game) => ks.map((k) => ({ data: set, game, k, seed, steps: stepsOn(set, steps) })))),
  );
}

export function stepsOn(set: PointSet, steps: number): number {
  return set === 'ring' ? Math.ceil(steps / 3) : steps;
}
