import type { Pause } from '../pause-or-abort.ts';
import { bidiagonalize } from './bidiagonalize.ts';
import { diagonalize } from './diagonalize.ts';
import { createMatrix, largestOf, type Matrix } from './matrix.ts';
import { paddedCopy } from './padded-copy.ts';

/**
 * The sum of the singular values, each right to the rounding of the largest one: from MᵀM, half of the digits would be lost.
 *
 * A bidiagonal matrix has the singular values s of M, and the tridiagonal matrix with zeros on its diagonal and the bidiagonal's
 * entries d0 b0 d1 b1 ... beside it has the eigenvalues +s and -s (Golub and Kahan 1965).
 */
export async function nuclearNorm(matrix: Matrix, pause: Pause): Promise<number> {
  const scale = largestOf(matrix.values);
  if (scale === 0) return 0;
  const wide = matrix.rows > matrix.columns ? transpose(matrix) : matrix;
  const { diagonal, below } = await bidiagonalize(paddedCopy(wide, scale, { columns: false }), wide.rows, pause);
  const off = new Float64Array(2 * wide.rows);
  for (let k = 0; k < wide.rows; k++) off.set([diagonal[k]!, below[k]!], 2 * k);
  const eigenvalues = new Float64Array(off.length);
  await diagonalize({ diagonal: eigenvalues, off }, pause);
  return (scale * eigenvalues.reduce((sum, value) => sum + Math.abs(value), 0)) / 2;
}

function transpose({ rows, columns, values }: Matrix): Matrix {
  const transposed = createMatrix(columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) transposed.values[column * rows + row] = values[row * columns + column]!;
  }
  return transposed;
}
