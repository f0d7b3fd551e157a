import { createRng, type DataSpec } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { DiagonalBiLstm } from '../diagonal-bi-lstm.ts';
import { GatedPixelCnn } from '../gated-pixel-cnn.ts';
import { logisticMixture } from '../outputs/logistic-mixture.ts';
import { PixelCnn } from '../pixel-cnn.ts';
import { PixelCnnPlusPlus } from '../pixel-cnn-plus-plus.ts';
import { RowLstm } from '../row-lstm.ts';
import { randomImages } from '../testing/image-space.ts';
import { compress } from './compress.ts';
import { decompress } from './decompress.ts';
import { headerBytes } from './header.ts';

const binary: DataSpec = { shape: [4, 6, 1], domain: 'binary' };
const colours: DataSpec = { shape: [4, 4, 3], domain: { levels: 5 } };
const output = logisticMixture({ components: 2 });

test.each([
  ['PixelCnn', () => new PixelCnn({ spec: colours, filters: 3, blocks: 1, kernelSize: 3, hidden: 3 })],
  ['GatedPixelCnn', () => new GatedPixelCnn({ spec: colours, filters: 3, layers: 1, firstKernelSize: 3, hidden: 3 })],
  ['PixelCnnPlusPlus', () => new PixelCnnPlusPlus({ spec: colours, output, filters: 4, blocks: 1, resolutions: 2 })],
  ['RowLstm', () => new RowLstm({ spec: binary, filters: 2, layers: 2, kernelSize: 3, hidden: 3 })],
  ['DiagonalBiLstm', () => new DiagonalBiLstm({ spec: binary, filters: 2, layers: 2, kernelSize: 3, hidden: 3 })],
])('%s: images come back on another backend, at the length of log p(x)', async (_, create) => {
  const model = create();
  const images = randomImages(model.spec, 5, createRng(3));
  const bits = tf.tidy(() => -tf.sum(model.logProb(images)).dataSync()[0]! / Math.LN2);
  const before = tf.memory().numTensors;
  const bytes = await compress(model, images);
  expect(Math.abs(8 * (bytes.length - headerBytes) - bits)).toBeLessThan(0.005 * bits + 64);
  await tf.setBackend('cpu');
  try {
    const back = await decompress(model, bytes);
    expect(await back.data()).toEqual(await images.data());
    back.dispose();
  } finally {
    await tf.setBackend('simd');
  }
  expect(tf.memory().numTensors).toBe(before);
  images.dispose();
  model.dispose();
});
