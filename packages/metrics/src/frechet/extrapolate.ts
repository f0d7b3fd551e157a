import { drawPermutation, type Rng } from '@genmodels/core';
import type { Features } from '../features/features.ts';
import { takeRows } from '../features/take-rows.ts';
import type { Pause } from '../pause-or-abort.ts';
import { fitLine } from './fit-line.ts';
import { type Gaussian, gaussianOf } from './gaussian.ts';
import { gaussianDistance } from './gaussian-distance.ts';

/** Where the line through the distances to random subsets of these sizes, over 1 / size, meets 0. */
export async function extrapolate(
  reference: Gaussian,
  generated: Features,
  sizes: readonly number[],
  rng: Rng,
  pause: Pause,
): Promise<number> {
  const distances: number[] = [];
  for (const [i, size] of sizes.entries()) {
    const subset = takeRows(generated, drawPermutation(generated.length, rng.fork(i)).subarray(0, size));
    distances.push(await gaussianDistance(reference, await gaussianOf(subset, pause), pause));
  }
  const inverses = sizes.map((size) => 1 / size);
  return fitLine(inverses, distances).intercept;
}
