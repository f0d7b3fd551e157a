import { estimateMean } from '../score/estimate-mean.ts';
import { sampleSet } from '../score/sample-set.ts';
import { Score } from '../score/score.ts';
import type { LikelihoodOptions } from './likelihood-options.ts';
import { readNats } from './read-nats.ts';

/**
 * The mean of -log p(x) in nats an example, with its interval over examples (the model itself is taken as it is). Lower is better.
 * Of a bound on log p(x), say so in `estimator`: the true value is then no higher. Rejects with 'invalid-shape' or 'invalid-value'
 * for nats that are not one finite number an example, or of a mass are below 0 in the mean.
 */
export async function negativeLogLikelihood(options: LikelihoodOptions): Promise<Score> {
  const { likelihood, estimator, preprocessing = 'none', confidence } = options;
  const nats = await readNats(options);
  return new Score({
    metric: 'negative log-likelihood',
    unit: 'nats',
    ...estimateMean(nats, { confidence, method: 'normal, over examples' }),
    better: 'lower',
    estimator,
    samples: { reference: sampleSet(nats.length, options) },
    preprocessing,
    settings: { likelihood },
  });
}
