import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { cornerGrid, interpolationStrip } from './corner-grid.ts';
import { lerp } from './lerp.ts';

test('a strip holds both ends and even steps between', () => {
  expect(interpolationStrip(tf.tensor2d([[0, 0], [3, 6]]), 4, lerp).arraySync()).toEqual([[0, 0], [1, 2], [2, 4], [3, 6]]);
  expect(interpolationStrip(tf.tensor2d([[0, 0], [3, 6]]), 1, lerp).arraySync()).toEqual([[1.5, 3]]);
});

test('a strip is spherical unless told otherwise', () => {
  const [, middle] = interpolationStrip(tf.tensor2d([[1, 0], [0, 1]]), 3).arraySync() as number[][];
  expect(middle![0]).toBeCloseTo(Math.SQRT1_2, 5);
});

test('a grid has its corners in reading order and is bilinear with lerp', () => {
  const corners = tf.tensor2d([[0, 0], [2, 0], [0, 4], [2, 4]]);
  expect(cornerGrid(corners, 3, 2, lerp).arraySync()).toEqual([[0, 0], [2, 0], [0, 2], [2, 2], [0, 4], [2, 4]]);
});

test('leaves only its result', () => {
  const corners = tf.tensor2d([[0, 1], [2, 0], [0, 4], [2, 4]]);
  const before = tf.memory().numTensors;
  cornerGrid(corners, 3, 2).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('the number of corners is checked', () => {
  const make = () => cornerGrid(tf.zeros([2, 5]), 3, 3);
  expect(make).toThrow('[genmodels/invalid-shape] the codes to go between must be [4, dimensions], got [2, 5]');
});
