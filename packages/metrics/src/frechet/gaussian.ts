import { check } from '@genmodels/core';
import { type Features, type FeaturesLike, toFeatures } from '../features/features.ts';
import { meanOf } from '../features/mean-of.ts';
import { checkMoments, isMoments, type Moments } from '../features/moments.ts';
import { MomentsAccumulator } from '../features/moments-accumulator.ts';
import { createMatrix, type Matrix } from '../linear-algebra/matrix.ts';
import { pivotedCholesky } from '../linear-algebra/pivoted-cholesky.ts';
import type { Pause } from '../pause-or-abort.ts';

/** A normal distribution as the Fréchet distance sees it. */
export interface Gaussian {
  readonly mean: Float64Array;
  /** F [rank, width]; the covariance is FᵀF. */
  readonly factor: Matrix;
}

/** Features are read and checked once; moments are checked. */
export async function toSet(given: FeaturesLike | Moments, part: string): Promise<Features | Moments> {
  if (!isMoments(given)) return checkCount(await toFeatures(given, part), part);
  checkMoments(given, part);
  return given;
}

function checkCount(features: Features, part: string): Features {
  check(
    features.length >= 2,
    'invalid-argument',
    () => `${part} must hold at least two examples, of which a covariance is made, got ${features.length}`,
  );
  return features;
}

/**
 * The normal distribution with the mean and the unbiased covariance of a set. Where there are no more examples than features the
 * centred examples themselves are the factor, and no covariance is made; else it is the covariance's by Cholesky.
 */
export async function gaussianOf(set: Features | Moments, pause: Pause): Promise<Gaussian> {
  if (isMoments(set)) return { mean: set.mean, factor: await pivotedCholesky(set.covariance, pause) };
  if (set.length <= set.width) return ofRows(set);
  const accumulator = new MomentsAccumulator(set.width, pause);
  await accumulator.add(set.values);
  const covariance = await accumulator.covariance();
  return { mean: accumulator.mean, factor: await pivotedCholesky(covariance, pause) };
}

/** (x - mean) / sqrt(length - 1), a row an example. */
function ofRows(features: Features): Gaussian {
  const { values, length, width } = features;
  const mean = meanOf(features);
  const factor = createMatrix(length, width);
  const scale = 1 / Math.sqrt(length - 1);
  for (let at = 0; at < values.length; at += width)
    for (let k = 0; k < width; k++) factor.values[at + k] = (values[at + k]! - mean[k]!) * scale;
  return { mean, factor };
}
