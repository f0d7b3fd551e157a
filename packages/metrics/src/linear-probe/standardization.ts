import type { Features } from '../features/features.ts';

/** What takes a set of features to mean 0 and deviation 1. */
export interface Standardization {
  readonly mean: Float64Array;
  /** 1 / standard deviation; 0 for a feature that is the same in all examples, which tells nothing. */
  readonly scale: Float64Array;
}

/** In two passes, the first over differences to the first example: so a feature that never changes has a variance of exactly 0. */
export function standardizationOf(features: Features): Standardization {
  const first = Float64Array.from(features.values.subarray(0, features.width));
  const offset = meanOf(features, (value, j) => value - first[j]!);
  const mean = first.map((value, j) => value + offset[j]!);
  const variance = meanOf(features, (value, j) => (value - mean[j]!) ** 2);
  return { mean, scale: variance.map((square) => (square > 0 ? 1 / Math.sqrt(square) : 0)) };
}

function meanOf({ values, length, width }: Features, of: (value: number, feature: number) => number): Float64Array {
  const sum = new Float64Array(width);
  for (let row = 0; row < values.length; row += width) {
    for (let j = 0; j < width; j++) sum[j]! += of(values[row + j]!, j);
  }
  return sum.map((total) => total / length);
}
