import { check, checkCount, checkSeed, createRng, drawPermutation, type Rng, show } from '@genmodels/core';
import type { Features } from '../features/features.ts';
import { takeRows } from '../features/take-rows.ts';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { sidesOf, unbiasedDistance } from './unbiased-distance.ts';

/** Random subsets, drawn without replacement, anew each time. */
export interface Subsets {
  /** How many: 100 in most tables. */
  readonly count: number;
  /** Examples of each side in one: 1000 in most tables. */
  readonly size: number;
  readonly seed: number;
}

/** Refuses subsets that the smaller side cannot give. */
export function checkSubsets({ count, size, seed }: Subsets, available: number): void {
  checkCount('subsets.count', count);
  checkSeed(seed, 'subsets.seed');
  check(
    Number.isInteger(size) && size >= 2 && size <= available,
    'invalid-argument',
    () => `subsets.size must be an integer from 2 to the examples of the smaller side, ${available}, got ${show(size)}`,
  );
}

/** The unbiased distance of each pair of subsets. */
export async function subsetDistances(x: Features, y: Features, subsets: Subsets, signal?: AbortSignal): Promise<Float64Array> {
  const rng = createRng(subsets.seed).fork('kernel distance');
  const distances = new Float64Array(subsets.count);
  const pause = pauseOrAbort(signal); // one for all: each distance may be too short to pause
  for (let i = 0; i < subsets.count; i++) {
    const [a, b] = [draw(x, subsets.size, rng.fork(2 * i)), draw(y, subsets.size, rng.fork(2 * i + 1))];
    distances[i] = unbiasedDistance(await sidesOf(a, b, signal));
    await pause();
  }
  return distances;
}

function draw(features: Features, size: number, rng: Rng): Features {
  return takeRows(features, drawPermutation(features.length, rng).subarray(0, size));
}
