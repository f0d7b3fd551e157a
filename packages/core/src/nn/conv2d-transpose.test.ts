import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { Conv2dTranspose } from './conv2d-transpose.ts';

beforeAll(registerGradients);

test.each([
  { kernelSize: 3, strides: 1, padding: 'same', size: [3, 4] },
  { kernelSize: 4, strides: 2, padding: 'same', size: [6, 8] },
  { kernelSize: 5, strides: 2, padding: 'same', size: [6, 8] },
  { kernelSize: 4, strides: 2, padding: 'valid', size: [8, 10] },
  { kernelSize: 3, strides: 3, padding: 'valid', size: [9, 12] },
] as const)('$padding with kernel $kernelSize and strides $strides gives $size', ({ kernelSize, strides, padding, size }) => {
  const layer = new Conv2dTranspose({ inputs: 2, filters: 3, kernelSize, strides, padding }, createRng(0));
  expect(layer.apply(tf.ones([2, 3, 4, 2])).shape).toEqual([2, ...size, 3]);
});

test('is the transpose of the convolution with the same kernel: <conv(y), x> = <y, transpose(x)>', () => {
  const rng = createRng(1);
  const layer = new Conv2dTranspose({ inputs: 2, filters: 3, kernelSize: 4, strides: 2, bias: false }, rng.fork('layer'));
  const x = rng.normal<tf.Rank.R4>([1, 3, 4, 2]);
  const y = rng.normal<tf.Rank.R4>([1, 6, 8, 3]);
  const forward = tf.sum(tf.mul(tf.conv2d(y, layer.kernel, 2, 'same'), x)).dataSync()[0]!;
  const backward = tf.sum(tf.mul(y, layer.apply(x))).dataSync()[0]!;
  expect(backward).toBeCloseTo(forward, 4);
});

test('puts its kernel where an input pixel is 1', () => {
  const layer = new Conv2dTranspose({ inputs: 1, filters: 1, kernelSize: 2, strides: 2 }, createRng(0));
  layer.kernel.assign(tf.tensor4d([1, 2, 3, 4], [2, 2, 1, 1]));
  layer.bias!.assign(tf.tensor1d([10]));
  const y = layer.apply(tf.tensor4d([0, 1], [1, 1, 2, 1]));
  expect(tf.squeeze(y).arraySync()).toEqual([[10, 10, 11, 12], [10, 10, 13, 14]]);
});

test('gradients reach kernel and bias', () => {
  const layer = new Conv2dTranspose({ inputs: 2, filters: 3, kernelSize: 4, strides: 2 }, createRng(0));
  const { grads } = tf.variableGrads(() => tf.sum(tf.square(layer.apply(tf.ones([1, 3, 3, 2])))), [layer.kernel, layer.bias!]);
  for (const gradient of Object.values(grads)) expect(tf.max(tf.abs(gradient)).dataSync()[0]).toBeGreaterThan(0);
});
