import { createRng } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type * as tf from '@tensorflow/tfjs-core';
import { labelsFor } from '../likelihood/labels-for.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Model } from './models.ts';
import type { EvaluateOptions } from './options.ts';

/** Samples of a model under a bar; of one that is conditioned on classes, those of training examples. The caller disposes them. */
export async function drawSamples(
  model: Pick<Model, 'config' | 'sample'>,
  train: Dataset,
  count: number,
  { seed }: Pick<EvaluateOptions, 'seed'>,
  { terminal, signal }: Surroundings,
): Promise<tf.Tensor> {
  const labels = labelsFor(model, train);
  const given = labels && { condition: { labels: drawLabels(labels, count, seed) } };
  const progress = terminal.progress({ total: count, unit: 'samples' });
  const onProgress = (done: number) => progress.update(done, 'drawing');
  try {
    return await model.sample({ count, seed, signal, onProgress, ...given });
  } finally {
    progress.stop();
  }
}

/** The class of an example drawn at random for each of so many samples, so that the classes come in their shares. */
function drawLabels(labels: Int32Array, count: number, seed: number): Int32Array {
  const uniforms = createRng(seed).fork('labels').fillUniform(new Float32Array(count));
  return Int32Array.from(uniforms, (uniform) => labels[Math.floor(uniform * labels.length)]!);
}
