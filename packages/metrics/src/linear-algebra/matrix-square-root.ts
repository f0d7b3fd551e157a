import { check } from '@genmodels/core';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { rounding } from './check-symmetric.ts';
import { addGram, mirrorLower } from './gram.ts';
import { createMatrix, type Matrix } from './matrix.ts';
import { type EigenOptions, symmetricEigen } from './symmetric-eigen.ts';

/**
 * The symmetric positive semidefinite R with R R = A, of a matrix that is symmetric and positive semidefinite itself. Eigenvalues
 * below 0 are taken as 0 where they are rounding (at most 1e-10 of the largest) and refused with 'invalid-value' beyond; else throws
 * what `symmetricEigen` throws.
 */
export async function matrixSquareRoot(matrix: Matrix, options: EigenOptions = {}): Promise<Matrix> {
  const { values, vectors } = await symmetricEigen(matrix, options);
  const [smallest, largest] = [values[0]!, values.at(-1)!];
  check(
    smallest >= -rounding * Math.abs(largest),
    'invalid-value',
    () => `matrix must be positive semidefinite, got the eigenvalue ${smallest} beside ${largest}`,
  );
  const root = createMatrix(matrix.rows, matrix.columns);
  await addGram(root, scaledRows(vectors, values), pauseOrAbort(options.signal));
  mirrorLower(root);
  return root;
}

/** Rows w with wᵀ w = the root: each vector times the fourth root of its value. */
function scaledRows({ columns, values }: Matrix, eigenvalues: Float64Array): Float64Array {
  return values.map((value, at) => value * Math.sqrt(Math.sqrt(Math.max(0, eigenvalues[Math.floor(at / columns)]!))));
}
