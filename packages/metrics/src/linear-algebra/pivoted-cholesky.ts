import { check } from '@genmodels/core';
import type { Pause } from '../pause-or-abort.ts';
import { addWeightedRows } from './add-weighted-rows.ts';
import { rounding } from './check-symmetric.ts';
import { createMatrix, largestOf, type Matrix, rowOf } from './matrix.ts';
import { wholeGroups } from './row-groups.ts';

/**
 * F [rank, n] with FᵀF = A for a symmetric positive semidefinite matrix [n, n]: the factorization of Cholesky, always going on with
 * the largest remaining variance (Higham, "Accuracy and stability of numerical algorithms", 10.3). It stops, and so finds the rank,
 * where none is left above n eps times the largest entry of the diagonal. Throws 'invalid-value' where a variance falls below 0 by
 * more than 1e-10 of it.
 */
export async function pivotedCholesky(matrix: Matrix, pause: Pause): Promise<Matrix> {
  const { rows: size, values } = matrix;
  const remaining = Float64Array.from({ length: size }, (_, i) => values[i * size + i]!);
  const largest = largestOf(remaining);
  const order = Uint32Array.from(remaining.keys());
  const factor = createMatrix(wholeGroups(size), size); // its columns in the order of the pivots, till the end
  let rank = 0;
  for (; rank < size; rank++) {
    const pivot = largestFrom(remaining, rank);
    if (remaining[pivot]! <= size * Number.EPSILON * largest) break;
    exchange(factor, order, remaining, rank, pivot);
    nextRow(matrix, factor, order, remaining, rank);
    await pause();
  }
  checkRemaining(remaining.subarray(rank), largest);
  return inOldOrder(factor, order, rank);
}

function largestFrom(values: Float64Array, from: number): number {
  let at = from;
  for (let i = from + 1; i < values.length; i++) if (values[i]! > values[at]!) at = i;
  return at;
}

function exchange(factor: Matrix, order: Uint32Array, remaining: Float64Array, a: number, b: number): void {
  [order[a], order[b]] = [order[b]!, order[a]!];
  [remaining[a], remaining[b]] = [remaining[b]!, remaining[a]!];
  for (let row = 0; row < a; row++) {
    const values = rowOf(factor, row);
    [values[a], values[b]] = [values[b]!, values[a]!];
  }
}

/** Row k of the factor: the matrix' row less what the rows above explain of it, over the root of the remaining variance. */
function nextRow(matrix: Matrix, factor: Matrix, order: Uint32Array, remaining: Float64Array, k: number): void {
  const row = rowOf(factor, k);
  const explained = new Float64Array(row.length);
  const weights = new Float64Array(factor.rows);
  for (let above = 0; above < k; above++) weights[above] = factor.values[above * row.length + k]!;
  for (let group = 0; group < k; group += 4) addWeightedRows(explained, factor, group, k, weights);
  const source = rowOf(matrix, order[k]!);
  const deviation = Math.sqrt(remaining[k]!);
  row[k] = deviation;
  for (let j = k + 1; j < row.length; j++) {
    row[j] = (source[order[j]!]! - explained[j]!) / deviation;
    remaining[j]! -= row[j]! ** 2;
  }
}

function checkRemaining(remaining: Float64Array, largest: number): void {
  const least = remaining.reduce((least, value) => Math.min(least, value), 0);
  check(
    least >= -rounding * largest,
    'invalid-value',
    () => `a covariance must be positive semidefinite, got a variance of ${least} beside ${largest}`,
  );
}

function inOldOrder({ columns, values }: Matrix, order: Uint32Array, rank: number): Matrix {
  const factor = createMatrix(rank, columns);
  for (let row = 0; row < rank; row++) {
    for (let j = row; j < columns; j++) factor.values[row * columns + order[j]!] = values[row * columns + j]!;
  }
  return factor;
}
