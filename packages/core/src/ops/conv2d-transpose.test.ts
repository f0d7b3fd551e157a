import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterEach, expect, test } from 'vitest';
import { registerGradients, unregisterGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { conv2dTranspose } from './conv2d-transpose.ts';

const layouts = [
  { window: 4, strides: 2, pad: 'same', output: [2, 6, 8, 3] },
  { window: 3, strides: 2, pad: 'same', output: [2, 5, 7, 3] },
  { window: 2, strides: 3, pad: 'same', output: [2, 9, 12, 3] },
  { window: 5, strides: 1, pad: 'same', output: [2, 3, 4, 3] },
  { window: 3, strides: 2, pad: 'valid', output: [2, 7, 9, 3] },
] as const;

afterEach(unregisterGradients);

test.each(['simd', 'cpu', 'wasm'])('is tf.conv2dTranspose on %s', async (backend) => {
  await tf.setBackend(backend);
  const rng = createRng(1);
  for (const { window, strides, pad, output } of layouts) {
    tf.tidy(() => {
      const x = rng.normal<tf.Rank.R4>([2, 3, 4, 2]);
      const filter = rng.normal<tf.Rank.R4>([window, window, 3, 2]);
      const stock = tf.conv2dTranspose(x, filter, [...output], strides, pad);
      const ours = conv2dTranspose(x, filter, [...output], strides, pad);
      expect(ours.shape).toEqual(stock.shape);
      expect(tf.max(tf.abs(tf.sub(ours, stock))).arraySync()).toBeLessThan(1e-5);
    });
  }
});

test('on wasm, registering gradients makes tf.conv2dTranspose as fast as ours, and gives the same', async () => {
  await tf.setBackend('wasm');
  const stock = tf.getKernel('Conv2DBackpropInput', 'wasm');
  const rng = createRng(2);
  const x = rng.normal<tf.Rank.R4>([2, 3, 4, 2]);
  for (const { window, strides, pad, output } of layouts) {
    const filter = rng.normal<tf.Rank.R4>([window, window, 3, 2]);
    const slow = tf.conv2dTranspose(x, filter, [...output], strides, pad);
    const before = tf.memory().numTensors;
    registerGradients();
    registerGradients();
    expect(tf.getKernel('Conv2DBackpropInput', 'wasm')).not.toBe(stock);
    const fast = tf.conv2dTranspose(x, filter, [...output], strides, pad);
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(tf.tidy(() => tf.max(tf.abs(tf.sub(fast, slow))).arraySync())).toBeLessThan(1e-5);
    unregisterGradients();
    expect(tf.getKernel('Conv2DBackpropInput', 'wasm')).toBe(stock);
    tf.dispose([filter, slow, fast]);
  }
  x.dispose();
});
