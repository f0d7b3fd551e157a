import type { Pause } from '../pause-or-abort.ts';
import { createMatrix, type Matrix, rowOf } from './matrix.ts';
import { groupOf } from './row-groups.ts';
import { nothingPending, updateRows } from './update-rows.ts';

/** Qᵀ = ... H(1) H(0) of the reflectors that `tridiagonalize` leaves behind, padded as they are. */
export async function transposedReflections(reflectors: Matrix, factors: Float64Array, pause: Pause): Promise<Matrix> {
  const product = identity(reflectors.rows);
  const pending = nothingPending(product);
  const along = new Float64Array(product.rows);
  for (let k = factors.length - 2; k >= 0; k--) {
    const u = new Float64Array(product.columns);
    u.set(rowOf(reflectors, k).subarray(k + 1), k + 1);
    for (let row = groupOf(k + 1); row < product.rows; row += 4) updateRows(product, row, k + 1, pending, u, along);
    pending.left = along.map((value, row) => (row > k ? factors[k]! * value : 0));
    pending.right = u;
    await pause();
  }
  for (let row = 0; row < product.rows; row += 4) updateRows(product, row, 0, pending, pending.right, along);
  return product;
}

function identity(size: number): Matrix {
  const matrix = createMatrix(size, size);
  for (let i = 0; i < size; i++) matrix.values[i * size + i] = 1;
  return matrix;
}
