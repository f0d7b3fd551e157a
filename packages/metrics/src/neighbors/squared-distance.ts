import type { Features } from '../features/features.ts';

/** |a_i - b_j|^2 from the features themselves, in float64, added in their order: the same on every machine. */
export function squaredDistance(a: Features, i: number, b: Features, j: number): number {
  const { values: left, width } = a;
  const { values: right } = b;
  let sum = 0;
  for (let n = 0; n < width; n++) {
    const gap = left[i * width + n]! - right[j * width + n]!;
    sum += gap * gap;
  }
  return sum;
}
