import type { Features } from '../features/features.ts';
import { createMatrix, type Matrix } from '../linear-algebra/matrix.ts';
import type { Standardization } from './standardization.ts';

/** Rows looked at together: few enough for a processor's nearest memory. */
export const BLOCK = 64;

/**
 * Reads a block of features as [BLOCK, width + 1]: standardized, in float64, with a 1 at the end of each row, so that a bias is
 * one weight more. Rows past the last example are 0. Every call fills the same matrix.
 */
export function standardizedRows(features: Features, { mean, scale }: Standardization): (first: number) => Matrix {
  const { values, length, width } = features;
  const block = createMatrix(BLOCK, width + 1);
  return (first) => {
    const count = Math.min(BLOCK, length - first);
    block.values.fill(0, count * block.columns);
    for (let i = 0; i < count; i++) {
      const from = (first + i) * width;
      const to = i * block.columns;
      for (let j = 0; j < width; j++) block.values[to + j] = (values[from + j]! - mean[j]!) * scale[j]!;
      block.values[to + width] = 1;
    }
    return block;
  };
}
