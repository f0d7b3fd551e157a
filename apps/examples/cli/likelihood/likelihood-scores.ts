import type { DataSpec } from '@genmodels/core';
import { bitsPerDimension, type LikelihoodOptions, negativeLogLikelihood, type Score } from '@genmodels/metrics';

/** -log p(x) of test examples and how it was found. */
type Found = Pick<LikelihoodOptions, 'nats' | 'estimator' | 'data' | 'preprocessing'>;

/** The mean of -log p(x), in nats and in bits a value; `spec` is the model's. */
export async function likelihoodScores(found: Found, spec: DataSpec): Promise<{ readonly nats: Score; readonly bits: Score }> {
  const facts: LikelihoodOptions = { ...found, likelihood: likelihoodIn(spec), split: 'test' };
  return { nats: await negativeLogLikelihood(facts), bits: await bitsPerDimension({ ...facts, shape: spec.shape }) };
}

function likelihoodIn({ domain }: DataSpec): LikelihoodOptions['likelihood'] {
  if (domain === 'binary') return 'mass of binary values';
  return typeof domain === 'object' ? `mass of ${domain.levels} levels` : 'density';
}
