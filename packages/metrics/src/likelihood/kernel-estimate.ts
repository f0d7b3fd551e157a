import type { Features } from '../features/features.ts';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { squaredDistances } from './squared-distances.ts';
import { WindowSums } from './window-sums.ts';

/**
 * log of the mean over `around` of N(x; y, bandwidth^2 I) in nats, for each x of `at`: an array for each bandwidth. All in float64,
 * with a bounded block of distances at a time, whatever the size of the sets.
 */
export async function kernelEstimate(
  at: Features,
  around: Features,
  bandwidths: readonly number[],
  signal?: AbortSignal,
): Promise<Float64Array[]> {
  const sums = new WindowSums(at.length, bandwidths);
  const pause = pauseOrAbort(signal);
  for (let first = 0; first < at.length; first += SIDE) {
    for (let from = 0; from < around.length; from += SIDE) {
      await pause();
      addBlock(sums, at, first, around, from);
    }
  }
  return bandwidths.map((_, i) => sums.logDensities(i, around.length, at.width));
}

/** Rows and columns of a block: as float64 of a thousand features they stay in a processor's cache. */
const SIDE = 64;

function addBlock(sums: WindowSums, at: Features, first: number, around: Features, from: number): void {
  const rows = { first, count: Math.min(SIDE, at.length - first) };
  const columns = { first: from, count: Math.min(SIDE, around.length - from) };
  const distances = squaredDistances(at, rows, around, columns);
  for (let row = 0; row < rows.count; row++)
    for (let column = 0; column < columns.count; column++) sums.add(first + row, distances[row * columns.count + column]!);
}
