import type { Dataset } from '@genmodels/datasets';
import type * as tf from '@tensorflow/tfjs-core';
import type { Surroundings } from '../surroundings.ts';
import type { Model } from './models.ts';
import type { EvaluateOptions } from './options.ts';
import { sampleLabels } from './sample-labels.ts';

/** Samples of a model under a bar; of one that is conditioned on classes, those of `sampleLabels`. The caller disposes them. */
export async function drawSamples(
  model: Pick<Model, 'config' | 'sample'>,
  train: Dataset,
  count: number,
  { seed }: Pick<EvaluateOptions, 'seed'>,
  { terminal, signal }: Surroundings,
): Promise<tf.Tensor> {
  const labels = sampleLabels(model, train, count, seed);
  const given = labels && { condition: { labels } };
  const progress = terminal.progress({ total: count, unit: 'samples' });
  const onProgress = (done: number) => progress.update(done, 'drawing');
  try {
    return await model.sample({ count, seed, signal, onProgress, ...given });
  } finally {
    progress.stop();
  }
}
