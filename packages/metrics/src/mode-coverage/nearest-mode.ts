import type { Features } from '../features/features.ts';

/** Which mode a sample is nearest to, and how far from it. */
export interface NearestMode {
  readonly mode: number;
  readonly distance: number;
}

/** By Euclidean distance; of equal ones the first. */
export function nearestMode({ values, width }: Features, row: number, modes: readonly ArrayLike<number>[]): NearestMode {
  let [nearest, least] = [0, Infinity];
  modes.forEach((mode, i) => {
    let square = 0;
    for (let j = 0; j < width; j++) square += (values[row * width + j]! - mode[j]!) ** 2;
    if (square < least) [nearest, least] = [i, square];
  });
  return { mode: nearest, distance: Math.sqrt(least) };
}
