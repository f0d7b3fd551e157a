import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { lerp } from './lerp.ts';

const from = tf.tensor2d([[0, 2], [1, 1]]);
const to = tf.tensor2d([[4, 0], [3, 5]]);

test('one amount for all rows', () => {
  expect(lerp(from, to, 0.25).arraySync()).toEqual([[1, 1.5], [1.5, 2]]);
});

test('one amount a row, and both ends exactly', () => {
  expect(lerp(from, to, tf.tensor2d([[0], [1]])).arraySync()).toEqual([[0, 2], [3, 5]]);
});

test('leaves only its result', () => {
  const before = tf.memory().numTensors;
  lerp(from, to, 0.5).dispose();
  expect(tf.memory().numTensors).toBe(before);
});
