import type { DataSpec } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import { bitsPerDimension, type LikelihoodOptions, negativeLogLikelihood, type Score } from '@genmodels/metrics';
import { Vae } from '@genmodels/vae';
import { binarizePart } from '../data/binarize-part.ts';
import { boundsOf } from '../train-vae/evaluation.ts';
import type { Model } from './models.ts';

/** How likely the model finds the test examples, where it can say so: the bound of a VAE, in nats and in bits/dim. */
export async function likelihoodOf(model: Model, test: Dataset, seed: number): Promise<Score[]> {
  if (!(model instanceof Vae)) return [];
  const { spec } = model.config;
  const binarized = spec.domain === 'binary' && test.spec.domain !== 'binary';
  const seen = binarizePart(test, 'test', binarized ? 'static' : 'none', seed);
  const facts: LikelihoodOptions = {
    nats: (await boundsOf(model, seen)).map((bound) => -bound),
    likelihood: likelihoodIn(spec),
    estimator: 'ELBO, one draw of z',
    data: test.name,
    split: 'test',
    preprocessing: binarized ? 'static binarization' : 'none',
  };
  return [await negativeLogLikelihood(facts), await bitsPerDimension({ ...facts, shape: spec.shape })];
}

function likelihoodIn({ domain }: DataSpec): LikelihoodOptions['likelihood'] {
  if (domain === 'binary') return 'mass of binary values';
  return typeof domain === 'object' ? `mass of ${domain.levels} levels` : 'density';
}
