import type { DataSpec } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import { bitsPerDimension, type LikelihoodOptions, negativeLogLikelihood, type Score } from '@genmodels/metrics';
import { Vae } from '@genmodels/vae';
import { binarizePart } from '../data/binarize-part.ts';
import { exactEstimator, exactNats } from '../likelihood/exact-nats.ts';
import { boundsOf } from '../train-vae/evaluation.ts';
import { isExact, type Model } from './models.ts';

/** How likely the model finds the test examples, where it can say so, in nats and in bits/dim: exactly, or as the bound of a VAE. */
export async function likelihoodOf(model: Model, test: Dataset, seed: number): Promise<Score[]> {
  const { spec } = model.config;
  const binarized = spec.domain === 'binary' && test.spec.domain !== 'binary';
  const seen = binarizePart(test, 'test', binarized ? 'static' : 'none', seed);
  const found = await natsOf(model, seen);
  if (found === undefined) return [];
  const facts: LikelihoodOptions = {
    ...found,
    likelihood: likelihoodIn(spec),
    data: test.name,
    split: 'test',
    preprocessing: binarized ? 'static binarization' : 'none',
  };
  return [await negativeLogLikelihood(facts), await bitsPerDimension({ ...facts, shape: spec.shape })];
}

/** -log p(x) of each example, and how it was found; nothing for a model that cannot say. */
async function natsOf(model: Model, test: Dataset): Promise<Pick<LikelihoodOptions, 'nats' | 'estimator'> | undefined> {
  if (model instanceof Vae)
    return { nats: (await boundsOf(model, test)).map((bound) => -bound), estimator: 'ELBO, one draw of z' };
  return isExact(model) ? { nats: await exactNats(model, test), estimator: exactEstimator(model) } : undefined;
}

function likelihoodIn({ domain }: DataSpec): LikelihoodOptions['likelihood'] {
  if (domain === 'binary') return 'mass of binary values';
  return typeof domain === 'object' ? `mass of ${domain.levels} levels` : 'density';
}
