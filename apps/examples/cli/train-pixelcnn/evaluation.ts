import { type DataSpec, sizeOf } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import { bitsPerDimension, type LikelihoodOptions, negativeLogLikelihood, type Score } from '@genmodels/metrics';
import type { Surroundings } from '../surroundings.ts';
import { exactNats } from './exact-nats.ts';
import type { AutoregressiveModel } from './models.ts';

/** How well the model explains images that it has never seen; both are exact. */
export interface Evaluation {
  readonly nats: Score;
  readonly bits: Score;
  /** What the test images are as files of the model, on the first of them; absent where Ctrl-C came before. */
  readonly coded?: Coded;
}

interface Coded {
  readonly images: number;
  readonly bytes: number;
  /** -log2 p(x) of the same images, in bytes. */
  readonly ideal: number;
}

/** -log p(x) of every test image, and the size of some as a file. */
export async function evaluate(
  model: AutoregressiveModel,
  test: Dataset,
  values: string,
  { terminal, signal }: Surroundings,
): Promise<Evaluation> {
  const progress = terminal.progress({ total: test.length, unit: 'images' });
  const onProgress = (done: number) => progress.update(done, 'log p(x)');
  const nats = await exactNats(model, test, { signal, onProgress }).finally(() => progress.stop());
  const facts = likelihoodFacts(nats, test, values);
  const scores = { nats: await negativeLogLikelihood(facts), bits: await bitsPerDimension({ ...facts, shape: test.spec.shape }) };
  return signal.aborted ? scores : { ...scores, coded: await code(model, test, nats) };
}

function likelihoodFacts(nats: readonly number[], test: Dataset, values: string): LikelihoodOptions {
  return { nats, likelihood: likelihoodIn(test.spec), estimator: 'exact', data: test.name, split: 'test', preprocessing: values };
}

function likelihoodIn({ domain }: DataSpec): LikelihoodOptions['likelihood'] {
  return typeof domain === 'object' ? `mass of ${domain.levels} levels` : 'mass of binary values';
}

/** Enough that a file's header counts little: about 50,000 pixels. */
async function code(model: AutoregressiveModel, test: Dataset, nats: readonly number[]): Promise<Coded> {
  const images = Math.max(1, Math.min(test.length, Math.round(50_000 / sizeOf(test.spec.shape))));
  const x = test.images(Uint32Array.from({ length: images }, (_, i) => i));
  try {
    const { length } = await model.compress(x);
    const ideal = nats.slice(0, images).reduce((sum, value) => sum + value, 0) / Math.LN2 / 8;
    return { images, bytes: length, ideal };
  } finally {
    x.dispose();
  }
}
