import { multiplyTransposed } from '../linear-algebra/multiply-transposed.ts';
import { nuclearNorm } from '../linear-algebra/nuclear-norm.ts';
import type { Pause } from '../pause-or-abort.ts';
import type { Gaussian } from './gaussian.ts';

/**
 * |m - n|² + tr(S + T - 2 (S T)^½), the squared Fréchet distance of two normal distributions (Dowson and Landau 1982). With S = FᵀF
 * and T = GᵀG the eigenvalues of S T are the squares of the singular values of F Gᵀ, so that the last trace is their sum: no root of
 * a matrix, no eigenvectors, and as small as the ranks are.
 */
export async function gaussianDistance(a: Gaussian, b: Gaussian, pause: Pause): Promise<number> {
  const shared = await nuclearNorm(await multiplyTransposed(a.factor, b.factor, pause), pause);
  const traces = sumOfSquares(a.factor.values) + sumOfSquares(b.factor.values);
  const means = sumOfSquares(a.mean.map((value, k) => value - b.mean[k]!));
  return Math.max(0, means + traces - 2 * shared); // rounding alone makes it negative
}

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! ** 2;
  return sum;
}
