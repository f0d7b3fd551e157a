import type { Features } from '../features/features.ts';

/** What takes a set of features to mean 0, and to a size that a ridge can be compared with. */
export interface Standardization {
  readonly mean: Float64Array;
  /** 1 / deviation; 0 for a feature that is the same in all examples, which tells nothing. */
  readonly scale: Float64Array;
}

/**
 * 'each' brings every feature to deviation 1. 'together' divides all by one number, after which they have a mean variance of 1: what
 * varies little stays small, as it should where features have a unit in common, such as pixels, or where a model has shrunk those
 * that it does not use.
 */
export type Scaling = 'each' | 'together';

/** In two passes, the first over differences to the first example: so a feature that never changes has a variance of exactly 0. */
export function standardizationOf(features: Features, scaling: Scaling = 'each'): Standardization {
  const first = Float64Array.from(features.values.subarray(0, features.width));
  const offset = meanOf(features, (value, j) => value - first[j]!);
  const mean = first.map((value, j) => value + offset[j]!);
  const variance = meanOf(features, (value, j) => (value - mean[j]!) ** 2);
  const common = variance.reduce((sum, square) => sum + square, 0) / features.width;
  return { mean, scale: variance.map((own) => (own > 0 ? 1 / Math.sqrt(scaling === 'each' ? own : common) : 0)) };
}

function meanOf({ values, length, width }: Features, of: (value: number, feature: number) => number): Float64Array {
  const sum = new Float64Array(width);
  for (let row = 0; row < values.length; row += width) {
    for (let j = 0; j < width; j++) sum[j]! += of(values[row + j]!, j);
  }
  return sum.map((total) => total / length);
}
