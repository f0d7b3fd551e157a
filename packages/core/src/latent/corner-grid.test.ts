import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { cornerGrid } from './corner-grid.ts';
import { lerp } from './lerp.ts';

test('a grid has its corners in reading order and is bilinear with lerp', () => {
  const corners = tf.tensor2d([[0, 0], [2, 0], [0, 4], [2, 4]]);
  expect(cornerGrid(corners, 3, 2, lerp).arraySync()).toEqual([[0, 0], [2, 0], [0, 2], [2, 2], [0, 4], [2, 4]]);
});

test('its corners are the codes that were given, bit for bit', () => {
  const corners = tf.tensor2d([[0.1, 1.7], [-2.3, 0.2], [0.3, -0.4], [1.1, 0.9]]);
  const grid = cornerGrid(corners, 3, 4);
  expect(tf.gather(grid, [0, 3, 8, 11]).dataSync()).toEqual(corners.dataSync());
});

test('leaves only its result', () => {
  const corners = tf.tensor2d([[0, 1], [2, 0], [0, 4], [2, 4]]);
  const before = tf.memory().numTensors;
  cornerGrid(corners, 3, 2).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('corners, rows and columns are checked', () => {
  expect(() => cornerGrid(tf.zeros([2, 5]), 3, 3)).toThrow('[genmodels/invalid-shape] corners must be [4, dimensions], got float32 [2, 5]');
  expect(() => cornerGrid(tf.zeros([4, 5]), 0, 3)).toThrow('[genmodels/invalid-argument] rows must be an integer of at least 1, got 0');
  expect(() => cornerGrid(tf.zeros([4, 5]), 3, 1.5)).toThrow('[genmodels/invalid-argument] columns must be an integer of at least 1, got 1.5');
});
