import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerAllGradients, unregisterGradients } from './register.ts';

beforeAll(registerAllGradients);
afterAll(unregisterGradients);

const slopes = (f: (x: tf.Tensor) => tf.Tensor, at: number[]) => tf.tidy(() => [...tf.grad(f)(tf.tensor1d(at)).dataSync()]);

test('where a function has a corner, the gradient is one of its slopes or lies between them', () => {
  expect(slopes(tf.relu, [0])).toEqual([0]);
  expect(slopes(tf.abs, [0])).toEqual([0]);
  expect(slopes((x) => tf.leakyRelu(x, 0.25), [0])).toEqual([0.25]);
  expect(slopes((x) => tf.clipByValue(x, -1, 1), [-1, 1])).toEqual([1, 1]);
});

test('elements that share a maximum share its gradient', () => {
  expect(slopes((x) => tf.max(x), [1, 3, 3])).toEqual([0, 0.5, 0.5]);
  expect(slopes((x) => tf.maximum(x, tf.tensor1d([1, 2])), [1, 1])).toEqual([1, 0]);
});

test('what was not chosen adds no NaN, however steep', () => {
  expect(slopes((x) => tf.where(tf.greater(x, 0), tf.log(tf.maximum(x, 1e-3)), tf.zerosLike(x)), [0, 2])).toEqual([0, 0.5]);
  expect(slopes((x) => tf.mul(tf.where(tf.greater(x, 0), x, tf.zerosLike(x)), Infinity), [-1])).toEqual([0]);
});

test('sigmoid and tanh keep a slope far out, where 1 - y rounds to zero', () => {
  const [right, left] = slopes(tf.sigmoid, [20, -20]);
  expect(right! / Math.exp(-20)).toBeCloseTo(1, 5);
  expect(left! / Math.exp(-20)).toBeCloseTo(1, 5);
  expect(slopes(tf.tanh, [12])[0]! / (4 * Math.exp(-24))).toBeCloseTo(1, 5);
});

test('a cast to integers is flat', () => {
  expect(slopes((x) => tf.mul(tf.cast(tf.cast(x, 'int32'), 'float32'), x), [1.5])).toEqual([1]);
});
