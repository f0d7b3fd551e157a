import { check, GenmodelsError, show } from '@genmodels/core';
import { checkSymmetric, rounding } from '../linear-algebra/check-symmetric.ts';
import type { Matrix } from '../linear-algebra/matrix.ts';
import type { FeaturesOrigin } from './features.ts';

/**
 * The mean and the covariance of the features of a set: all that the Fréchet distance needs, in memory of width² whatever the number
 * of examples.
 */
export interface Moments {
  /** [width] */
  readonly mean: Float64Array;
  /** [width, width], unbiased: divided by length - 1. */
  readonly covariance: Matrix;
  /** How many examples. */
  readonly length: number;
  readonly width: number;
  readonly origin: FeaturesOrigin;
}

/** Tells moments from features. */
export function isMoments(given: object): given is Moments {
  return 'covariance' in given;
}

/** Refuses moments that no set of examples can have. */
export function checkMoments(moments: Moments, part: string): void {
  const { mean, covariance, length, width } = moments;
  check(
    mean?.length === width && covariance?.rows === width,
    'invalid-shape',
    () =>
      `${part} must have a mean [${width}] and a covariance [${width}, ${width}], got ${mean?.length} and ${covariance?.rows} rows`,
  );
  check(length >= 2, 'invalid-argument', () => `${part} must be moments of at least two examples, got ${show(length)}`);
  check(mean.every(Number.isFinite), 'invalid-value', () => `the mean of ${part} must be finite`);
  checkSymmetric(covariance, `the covariance of ${part}`);
  checkCorrelations(covariance, part);
}

/** Cauchy and Schwarz: |c_ij|² <= c_ii c_jj. What else may be wrong the factorization finds. */
function checkCorrelations({ rows, values }: Matrix, part: string): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j++) {
      const value = values[i * rows + j]!;
      const bound = Math.sqrt(values[i * rows + i]!) * Math.sqrt(values[j * rows + j]!) * (1 + rounding); // NaN below 0
      if (!(Math.abs(value) <= bound)) throw notSemidefinite(part, value, i, j);
    }
  }
}

function notSemidefinite(part: string, value: number, i: number, j: number): GenmodelsError {
  return new GenmodelsError(
    'invalid-value',
    `the covariance of ${part} must be positive semidefinite, got ${value} at [${i}, ${j}]`,
  );
}
