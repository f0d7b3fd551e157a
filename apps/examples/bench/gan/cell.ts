/** The points that have a table: a ring of 8 small Gaussians and a grid of 25. */
export const pointSets = ['ring', 'grid'] as const;
export type PointSet = (typeof pointSets)[number];

/** One training of the table. */
export interface Cell {
  readonly data: PointSet;
  /** The name of a game. */
  readonly game: string;
  /** Updates of the discriminator a step. */
  readonly k: number;
  /** Of the points, the weights and all noise. */
  readonly seed: number;
  readonly steps: number;
}

/** 'grid-hinge-k5-seed0-steps8000' */
export function nameOf({ data, game, k, seed, steps }: Cell): string {
  return `${data}-${game}-k${k}-seed${seed}-steps${steps}`;
}
