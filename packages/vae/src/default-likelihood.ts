import type { DataSpec } from '@genmodels/core';
import type { Likelihood } from './likelihood.ts';
import { bernoulli } from './likelihoods/bernoulli.ts';
import { discretizedLogistic } from './likelihoods/discretized-logistic.ts';
import { gaussian } from './likelihoods/gaussian.ts';

/** The likelihood that is exact for a domain: probabilities for what is discrete, a density for what is not. */
export function defaultLikelihood({ domain }: DataSpec): Likelihood {
  if (domain === 'binary' || domain === 'unit') return bernoulli();
  return domain === 'real' ? gaussian() : discretizedLogistic();
}
