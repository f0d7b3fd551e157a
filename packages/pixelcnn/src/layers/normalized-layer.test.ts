import { createRng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { shiftedConv2d } from './shifted-conv2d.ts';

const x = createRng(6).normal<tf.Rank.R4>([4, 5, 6, 2]);
const layerOf = (initialScale: number) => shiftedConv2d({ inputs: 2, filters: 3, stream: 'before', initialScale }, createRng(7));

test('initialScale scales what it gives before a batch initialises it', async () => {
  const [whole, tenth] = await Promise.all([layerOf(1), layerOf(0.1)].map((layer) => layer.apply(x).data()));
  tenth!.forEach((value, i) => expect(value).toBeCloseTo(0.1 * whole![i]!, 6));
});

test('and is then the deviation of its outputs, whose mean is 0, in each channel', async () => {
  const layer = layerOf(0.1);
  layer.initialize(x);
  const { mean, variance } = tf.moments(layer.apply(x), [0, 1, 2]);
  (await mean.data()).forEach((value) => expect(value).toBeCloseTo(0, 5));
  (await variance.data()).forEach((value) => expect(Math.sqrt(value)).toBeCloseTo(0.1, 5));
});

test('or its gain, where a batch of nothing but zeros says nothing of its scale', async () => {
  const layer = layerOf(0.1);
  layer.initialize(tf.zeros([4, 5, 6, 2]));
  (await layer.norm.gain.data()).forEach((value) => expect(value).toBeCloseTo(0.1, 6));
});
