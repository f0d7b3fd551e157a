import { pauseOrAbort } from '../pause-or-abort.ts';
import { checkSymmetric } from './check-symmetric.ts';
import { diagonalize, type Rotate } from './diagonalize.ts';
import { createMatrix, largestOf, type Matrix, rowOf } from './matrix.ts';
import { paddedCopy } from './padded-copy.ts';
import { transposedReflections } from './transposed-reflections.ts';
import { tridiagonalize } from './tridiagonalize.ts';

export interface EigenOptions {
  readonly signal?: AbortSignal;
}

/** A = vectorsᵀ diag(values) vectors. */
export interface SymmetricEigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** Row i is the eigenvector of values[i]; the rows are orthonormal. */
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, in float64, on the host; each value is right to the rounding of the largest one.
 * Householder's reduction and implicit QL steps (Golub and Van Loan, "Matrix computations", 8.3). Throws 'invalid-shape' or
 * 'invalid-value' for a matrix that is not square, finite and, up to 1e-10 of its largest entry, symmetric.
 */
export async function symmetricEigen(matrix: Matrix, { signal }: EigenOptions = {}): Promise<SymmetricEigen> {
  checkSymmetric(matrix);
  const pause = pauseOrAbort(signal);
  const scale = largestOf(matrix.values) || 1;
  const reduced = paddedCopy(matrix, scale, { columns: true });
  const tridiagonal = await tridiagonalize(reduced, matrix.rows, pause);
  const vectors = await transposedReflections(reduced, tridiagonal.factors, pause);
  await diagonalize(tridiagonal, pause, rotateRows(vectors));
  return ascending(tridiagonal.diagonal, vectors, scale);
}

function rotateRows({ columns, values }: Matrix): Rotate {
  return (row, cosine, sine) => {
    const end = (row + 1) * columns;
    for (let at = row * columns; at < end; at++) {
      const below = (at + columns) | 0;
      const a = values[at]!;
      const b = values[below]!;
      values[at] = cosine * a - sine * b;
      values[below] = sine * a + cosine * b;
    }
  };
}

/** Sorts values with their vectors, and leaves out the padding. */
function ascending(diagonal: Float64Array, padded: Matrix, scale: number): SymmetricEigen {
  const size = diagonal.length;
  const order = Uint32Array.from(diagonal.keys()).sort((a, b) => diagonal[a]! - diagonal[b]!);
  const vectors = createMatrix(size, size);
  order.forEach((from, row) => {
    rowOf(vectors, row).set(rowOf(padded, from).subarray(0, size));
  });
  return { values: Float64Array.from(order, (from) => diagonal[from]! * scale), vectors };
}
