import type { Dataset } from '@genmodels/datasets';
import type { LikelihoodOptions, Score } from '@genmodels/metrics';
import { PixelVae, Vae } from '@genmodels/vae';
import { binarizePart } from '../data/binarize-part.ts';
import { boundsOf } from '../likelihood/bounds.ts';
import { exactEstimator, exactNats } from '../likelihood/exact-nats.ts';
import { likelihoodScores } from '../likelihood/likelihood-scores.ts';
import { isExact, type Model } from './models.ts';

/** How likely the model finds the test examples, where it can say so, in nats and in bits/dim: exactly, or as the bound of a VAE. */
export async function likelihoodOf(model: Model, test: Dataset, seed: number): Promise<Score[]> {
  const { spec } = model.config;
  const binarized = spec.domain === 'binary' && test.spec.domain !== 'binary';
  const seen = binarizePart(test, 'test', binarized ? 'static' : 'none', seed);
  const found = await natsOf(model, seen);
  if (found === undefined) return [];
  const preprocessing = binarized ? 'static binarization' : 'none';
  const { nats, bits } = await likelihoodScores({ ...found, data: test.name, preprocessing }, spec);
  return [nats, bits];
}

/** -log p(x) of each example, and how it was found; nothing for a model that cannot say. */
async function natsOf(model: Model, test: Dataset): Promise<Pick<LikelihoodOptions, 'nats' | 'estimator'> | undefined> {
  if (model instanceof Vae || model instanceof PixelVae)
    return { nats: (await boundsOf(model, test)).map((bound) => -bound), estimator: boundEstimator(model) };
  return isExact(model) ? { nats: await exactNats(model, test), estimator: exactEstimator(model) } : undefined;
}

/** How a score calls it. */
function boundEstimator({ config }: Model): string {
  return `ELBO, one draw of z${config.classes ? ', given the class' : ''}`;
}
