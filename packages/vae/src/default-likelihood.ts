import type { DataSpec } from '@genmodels/core';
import type { Likelihood } from './likelihood.ts';
import { bernoulli } from './likelihoods/bernoulli.ts';
import { discretizedLogistic } from './likelihoods/discretized-logistic.ts';
import { gaussian } from './likelihoods/gaussian.ts';

/**
 * Probabilities for what is discrete, a density for real numbers. Unit data get the Bernoulli too, whose cross-entropy trains
 * well between 0 and 1 but is no likelihood there; `gaussian()` is the density to ask for.
 */
export function defaultLikelihood({ domain }: DataSpec): Likelihood {
  if (domain === 'binary' || domain === 'unit') return bernoulli();
  return domain === 'real' ? gaussian() : discretizedLogistic();
}
