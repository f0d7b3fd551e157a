import { type Condition, createRng, type DataSpec } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { headerBytes } from './coding/header.ts';
import { MultiScale, type MultiScaleOptions } from './multi-scale.ts';
import { randomImages } from './testing/image-space.ts';
import { setRandomWeights } from './testing/set-weights.ts';

const binary: DataSpec = { shape: [7, 5, 1], domain: 'binary' };
const colours: DataSpec = { shape: [4, 5, 3], domain: { levels: 5 } };
const sizes = { filters: 3, blocks: 1, kernelSize: 3, hidden: 3 };

const nothing = (): Condition => ({});
const both = (): Condition => ({ labels: [0, 1, 1, 2, 0], map: createRng(4).uniform<tf.Rank.R4>([5, 7, 5, 2]) });

test.each<[string, MultiScaleOptions, () => Condition]>([
  ['black and white', { spec: binary }, nothing],
  ['colours, every third pixel', { spec: colours, scale: 3 }, nothing],
  ['classes and a map', { spec: binary, classes: 3, mapChannels: 2 }, both],
])('%s: images come back on another backend, at the length of log p(x)', async (_, options, given) => {
  const model = new MultiScale({ ...sizes, ...options });
  setRandomWeights(model);
  const condition = given();
  const images = randomImages(model.spec, 5, createRng(3));
  const bits = -tf.tidy(() => tf.sum(model.logProb(images, asTensors(condition))).dataSync()[0]!) / Math.LN2;
  const before = tf.memory().numTensors;
  const bytes = await model.compress(images, { condition, batchSize: 2 });
  expect(Math.abs(8 * (bytes.length - headerBytes) - bits)).toBeLessThan(0.005 * bits + 64);
  await tf.setBackend('cpu');
  try {
    const back = await model.decompress(bytes, { condition });
    expect(await back.data()).toEqual(await images.data());
    back.dispose();
  } finally {
    await tf.setBackend('simd');
  }
  expect(tf.memory().numTensors).toBe(before);
  tf.dispose([images, condition.map ?? []]);
  model.dispose();
});

function asTensors({ labels, map }: Condition) {
  return { ...(labels && { labels: tf.tensor1d([...Array.from(labels)], 'int32') }), ...(map && { map }) };
}
