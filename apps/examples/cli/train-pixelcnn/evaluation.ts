import type { DataSpec } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import { bitsPerDimension, type LikelihoodOptions, negativeLogLikelihood, type Score } from '@genmodels/metrics';
import { exactEstimator, exactNats } from '../likelihood/exact-nats.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Coded, codeImages } from './coded.ts';
import type { PixelcnnModel } from './models.ts';

/** How well the model explains images that it has never seen; both are exact. */
export interface Evaluation {
  readonly nats: Score;
  readonly bits: Score;
  /** What the test images are as files of the model, on the first of them; absent where Ctrl-C came before. */
  readonly coded?: Coded;
}

/** -log p(x) of every test image, and the size of some as a file. */
export async function evaluate(
  model: PixelcnnModel,
  test: Dataset,
  values: string,
  { terminal, signal }: Surroundings,
): Promise<Evaluation> {
  const progress = terminal.progress({ total: test.length, unit: 'images' });
  const onProgress = (done: number) => progress.update(done, 'log p(x)');
  const nats = await exactNats(model, test, { signal, onProgress }).finally(() => progress.stop());
  const estimator = exactEstimator(model);
  const facts = { nats, likelihood: likelihoodIn(test.spec), estimator, data: test.name, split: 'test', preprocessing: values };
  const scores = { nats: await negativeLogLikelihood(facts), bits: await bitsPerDimension({ ...facts, shape: test.spec.shape }) };
  return signal.aborted ? scores : { ...scores, coded: await codeImages(model, test, nats) };
}

function likelihoodIn({ domain }: DataSpec): LikelihoodOptions['likelihood'] {
  return typeof domain === 'object' ? `mass of ${domain.levels} levels` : 'mass of binary values';
}
