import type { Matrix } from './matrix.ts';
import { fourOf } from './row-groups.ts';

/** What is still to be taken from a matrix: left rightᵀ + otherLeft otherRightᵀ. Lefts have an entry a row, rights one a column. */
export interface PendingUpdate {
  left: Float64Array;
  right: Float64Array;
  otherLeft: Float64Array;
  otherRight: Float64Array;
}

/** For a matrix of whole groups of four rows; all zeros, so that nothing is pending. */
export function nothingPending({ rows, columns }: Matrix): PendingUpdate {
  return {
    left: new Float64Array(rows),
    right: new Float64Array(columns),
    otherLeft: new Float64Array(rows),
    otherRight: new Float64Array(columns),
  };
}

/**
 * Four rows from `row` on, at the columns from `from` on: applies the pending update and, while each number is at hand, forms
 * products[row + i] = matrix[row + i] . vector. Householder reductions wait for memory, not for arithmetic: so they touch it once.
 */
export function updateRows(
  { columns, values }: Matrix,
  row: number,
  from: number,
  { left, right, otherLeft, otherRight }: PendingUpdate,
  vector: Float64Array,
  products: Float64Array,
): void {
  const [a0, a1, a2, a3] = fourOf(left, row);
  const [b0, b1, b2, b3] = fourOf(otherLeft, row);
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let at0 = row * columns + from;
  for (let j = from; j < columns; j++) {
    const r = right[j]!;
    const s = otherRight[j]!;
    const x = vector[j]!;
    const at1 = (at0 + columns) | 0;
    const at2 = (at1 + columns) | 0;
    const at3 = (at2 + columns) | 0;
    const value0 = values[at0]! - a0 * r - b0 * s;
    values[at0] = value0;
    sum0 += value0 * x;
    const value1 = values[at1]! - a1 * r - b1 * s;
    values[at1] = value1;
    sum1 += value1 * x;
    const value2 = values[at2]! - a2 * r - b2 * s;
    values[at2] = value2;
    sum2 += value2 * x;
    const value3 = values[at3]! - a3 * r - b3 * s;
    values[at3] = value3;
    sum3 += value3 * x;
    at0 = (at0 + 1) | 0;
  }
  products.set([sum0, sum1, sum2, sum3], row);
}

/** The pending update of one row alone; `out` gets the columns from `from` on. */
export function updatedRow(matrix: Matrix, row: number, from: number, pending: PendingUpdate, out: Float64Array): void {
  const { columns, values } = matrix;
  const a = pending.left[row]!;
  const b = pending.otherLeft[row]!;
  for (let j = from; j < columns; j++) out[j] = values[row * columns + j]! - a * pending.right[j]! - b * pending.otherRight[j]!;
}
