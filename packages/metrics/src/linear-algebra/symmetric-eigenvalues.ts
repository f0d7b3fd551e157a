import { pauseOrAbort } from '../pause-or-abort.ts';
import { checkSymmetric } from './check-symmetric.ts';
import { diagonalize } from './diagonalize.ts';
import { largestOf, type Matrix } from './matrix.ts';
import { paddedCopy } from './padded-copy.ts';
import type { EigenOptions } from './symmetric-eigen.ts';
import { tridiagonalize } from './tridiagonalize.ts';

/** The eigenvalues alone, ascending: about a fifth of the work of `symmetricEigen`, and as right. Throws the same. */
export async function symmetricEigenvalues(matrix: Matrix, { signal }: EigenOptions = {}): Promise<Float64Array> {
  checkSymmetric(matrix);
  const pause = pauseOrAbort(signal);
  const scale = largestOf(matrix.values) || 1;
  const tridiagonal = await tridiagonalize(paddedCopy(matrix, scale, { columns: true }), matrix.rows, pause);
  await diagonalize(tridiagonal, pause);
  return tridiagonal.diagonal.map((value) => value * scale).sort();
}
