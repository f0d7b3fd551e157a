import type { Pause } from '../pause-or-abort.ts';
import type { Tridiagonal } from './diagonalize.ts';
import { type Matrix, rowOf } from './matrix.ts';
import { reflect } from './reflector.ts';
import { groupOf } from './row-groups.ts';
import { nothingPending, updatedRow, updateRows } from './update-rows.ts';

/** T = Qᵀ A Q, and the reflectors whose product Q is: Q = H(0) H(1) ... */
export interface Tridiagonalization extends Tridiagonal {
  /** The factor of H(k), whose u is left in row k of the matrix from column k + 1 on. */
  readonly factors: Float64Array;
}

/**
 * Reduces a symmetric matrix, which must be padded with zeros to whole groups of four rows and columns and is overwritten. One pass
 * a step over the rest: it applies the last step's A - u wᵀ - w uᵀ and forms A u for the new reflector.
 */
export async function tridiagonalize(matrix: Matrix, size: number, pause: Pause): Promise<Tridiagonalization> {
  const [diagonal, off, factors] = [0, 1, 2].map(() => new Float64Array(size)) as [Float64Array, Float64Array, Float64Array];
  const pending = nothingPending(matrix);
  const row = new Float64Array(matrix.columns);
  const product = new Float64Array(matrix.rows);
  for (let k = 0; k < size; k++) {
    updatedRow(matrix, k, k, pending, row);
    diagonal[k] = row[k]!;
    if (k + 1 === size) break;
    const u = new Float64Array(matrix.columns);
    const { factor, result } = reflect(row, k + 1, u);
    [off[k], factors[k]] = [result, factor];
    for (let i = groupOf(k + 1); i < matrix.rows; i += 4) updateRows(matrix, i, k + 1, pending, u, product);
    const w = companion(product, u, factor, k + 1);
    rowOf(matrix, k).set(u.subarray(k + 1), k + 1);
    Object.assign(pending, { left: u, right: w, otherLeft: w, otherRight: u });
    await pause();
  }
  return { diagonal, off, factors };
}

/** The w of H A H = A - u wᵀ - w uᵀ: p - (factor pᵀu / 2) u with p = factor A u. */
function companion(product: Float64Array, u: Float64Array, factor: number, from: number): Float64Array {
  const w = new Float64Array(u.length);
  let pu = 0;
  for (let j = from; j < u.length; j++) pu += factor * product[j]! * u[j]!;
  for (let j = from; j < u.length; j++) w[j] = factor * product[j]! - ((factor * pu) / 2) * u[j]!;
  return w;
}
