import { createRng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { shiftedConv2d } from './shifted-conv2d.ts';

const rng = createRng(6);

/** A layer of three channels of one pixel each, initialised by a batch: what it gives for the batch, its gain and its bias. */
async function initialized(batch: tf.Tensor, initialScale: number) {
  const layer = shiftedConv2d({ inputs: 2, filters: 3, stream: 'before', kernelSize: [1, 1], initialScale }, rng.fork('layer'));
  const x = tf.cast(batch, 'float32') as tf.Tensor4D;
  const y = tf.tidy(() => (layer.initialize(x), layer.apply(x)));
  const { gain, bias } = layer.norm;
  return { y: [...(await y.data())], gain: [...(await gain.data())], bias: [...(await bias.data())] };
}

const rounded = () => tf.add(0.7, tf.mul(1e-7, rng.normal([4, 5, 6, 2])));

test.each([
  ['zeros', () => tf.zeros([4, 5, 6, 2]), 1],
  ['one number', () => tf.fill([4, 5, 6, 2], 0.7), 0.1],
  ['a large number', () => tf.fill([4, 5, 6, 2], 1e4), 1],
  ['one number, but for rounding', rounded, 1],
  ['one pixel', () => tf.fill([1, 1, 1, 2], 0.3), 1],
])('inputs that do not change, %s: outputs are centred, and the gain is the initial scale', async (_, batch, initialScale) => {
  const { y, gain, bias } = await initialized(batch(), initialScale);
  gain.forEach((value) => expect(value).toBeCloseTo(initialScale, 5));
  const largest = Math.max(1, ...bias.map(Math.abs));
  y.forEach((value) => expect(Math.abs(value) / largest).toBeLessThan(1e-6));
});

test('inputs that change by a hundredth are told from those that do not', async () => {
  const { y, gain } = await initialized(tf.add(0.7, tf.mul(0.01, rng.normal([4, 5, 6, 2]))), 1);
  gain.forEach((value) => expect(value).toBeGreaterThan(50));
  expect(Math.sqrt(y.reduce((sum, value) => sum + value ** 2, 0) / y.length)).toBeCloseTo(1, 3);
});
