import { type BatchSource, fit } from '@genmodels/core';
import { digits } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { pictures } from '../networks/network.ts';
import { referenceNetwork } from '../networks/reference-networks.ts';
import { Laps } from './laps.ts';
import type { TrainingWork } from './work.ts';

/** Milliseconds of each training step, as `fit` makes them: loss, gradients, Adam, and the loss read. */
export async function timeSteps({ network, batchSize }: TrainingWork, milliseconds: number): Promise<number[]> {
  const laps = new Laps(milliseconds);
  const enough = new AbortController();
  const onReport = () => {
    if (laps.lap()) enough.abort();
  };
  const model = referenceNetwork(network).build();
  const batch = digitsInMemory(batchSize);
  await fit(model, batch.source, { steps: 1e6, seed: 0, reportEvery: 1, callbacks: { onReport }, signal: enough.signal });
  model.dispose();
  batch.dispose();
  return laps.times;
}

/** The same batch at every step, at no cost: `fit` disposes only another view of it. */
export function digitsInMemory(count: number): { readonly source: BatchSource; dispose(): void } {
  const x = digits({ count })
    .binarize('static', { seed: 0 })
    .examples(Array.from({ length: count }, (_, i) => i));
  return {
    source: { spec: pictures, batch: () => ({ x: tf.reshape(x, x.shape) }) },
    dispose: () => x.dispose(),
  };
}
