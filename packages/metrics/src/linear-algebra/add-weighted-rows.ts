import type { Matrix } from './matrix.ts';
import { fourOf } from './row-groups.ts';

/** target += the sum of weights[row + i] matrix[row + i] over four rows, at the columns from `from` on. */
export function addWeightedRows(
  target: Float64Array,
  { columns, values }: Matrix,
  row: number,
  from: number,
  weights: Float64Array,
): void {
  const [w0, w1, w2, w3] = fourOf(weights, row);
  let at0 = row * columns + from;
  for (let j = from; j < columns; j++) {
    const at1 = (at0 + columns) | 0;
    const at2 = (at1 + columns) | 0;
    const at3 = (at2 + columns) | 0;
    target[j]! += w0 * values[at0]! + w1 * values[at1]! + (w2 * values[at2]! + w3 * values[at3]!);
    at0 = (at0 + 1) | 0;
  }
}
