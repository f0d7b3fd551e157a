import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { interpolationStrip } from './interpolation-strip.ts';
import { lerp } from './lerp.ts';

test('a strip holds both ends and even steps between', () => {
  expect(interpolationStrip(tf.tensor2d([[0, 0], [3, 6]]), 4, lerp).arraySync()).toEqual([[0, 0], [1, 2], [2, 4], [3, 6]]);
  expect(interpolationStrip(tf.tensor2d([[0, 0], [3, 6]]), 1, lerp).arraySync()).toEqual([[1.5, 3]]);
});

test('a strip is spherical unless told otherwise', () => {
  const [, middle] = interpolationStrip(tf.tensor2d([[1, 0], [0, 1]]), 3).arraySync() as number[][];
  expect(middle![0]).toBeCloseTo(Math.SQRT1_2, 5);
});

test('leaves only its result', () => {
  const ends = tf.tensor2d([[0, 1], [2, 0]]);
  const before = tf.memory().numTensors;
  interpolationStrip(ends, 3).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('the number of ends is checked', () => {
  expect(() => interpolationStrip(tf.zeros([3, 5]), 3)).toThrow('[genmodels/invalid-shape] ends must be [2, dimensions], got float32 [3, 5]');
});
