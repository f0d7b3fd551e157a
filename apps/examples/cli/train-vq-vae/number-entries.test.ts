import { createRng } from '@genmodels/core';
import { residual, VqVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numberEntries } from './number-entries.ts';

test('entries get other numbers, and images the same reconstructions', async () => {
  const spec = { shape: [8, 8, 1], domain: 'binary' } as const;
  const model = new VqVae({ spec, entries: 16, dimensions: 3, network: residual({ width: 4, blocks: 1 }) });
  const x = tf.round(createRng(0).uniform<tf.Rank.R4>([6, 8, 8, 1]));
  const [before, codes] = [model.reconstruct(x).dataSync(), model.encode(x).dataSync()];
  const tensors = tf.memory().numTensors;
  await numberEntries(model.codebook);
  expect(tf.memory().numTensors).toBe(tensors);
  expect(model.reconstruct(x).dataSync()).toEqual(before);
  expect(model.encode(x).dataSync()).not.toEqual(codes);
  model.dispose();
});
