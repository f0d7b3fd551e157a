import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import { interpolationStrips } from './interpolation-strips.ts';
import { lerp } from './lerp.ts';
import { slerp } from './slerp.ts';

test('a strip for each pair of rows, one after another', () => {
  const [from, to] = [tf.tensor2d([[0, 0], [4, 4]]), tf.tensor2d([[4, 8], [4, 2]])];
  expect(interpolationStrips(from, to, 5, lerp).arraySync()).toEqual([
    [0, 0], [1, 2], [2, 4], [3, 6], [4, 8],
    [4, 4], [4, 3.5], [4, 3], [4, 2.5], [4, 2],
  ]);
  expect(interpolationStrips(from, to, 1, lerp).arraySync()).toEqual([[2, 4], [4, 3]]);
});

test.each([['lerp', lerp], ['slerp', slerp]])('%s: both ends are the codes that were given, bit for bit', (_, along) => {
  const [from, to] = [3, 4].map((seed) => createRng(seed).normal<tf.Rank.R2>([7, 5])) as [tf.Tensor2D, tf.Tensor2D];
  const strips = tf.reshape(interpolationStrips(from, to, 6, along), [7, 6, 5]);
  const column = (at: number) => tf.slice(strips, [0, at, 0], [-1, 1, -1]).dataSync();
  expect(column(0)).toEqual(from.dataSync());
  expect(column(5)).toEqual(to.dataSync());
});

test('leaves only its result', () => {
  const codes = tf.tensor2d([[1, 2]]);
  const before = tf.memory().numTensors;
  interpolationStrips(codes, codes, 3).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('what does not fit is refused', () => {
  const strips = (rows: number, count: number) => () => interpolationStrips(tf.zeros([2, 5]), tf.zeros([rows, 5]), count);
  expect(strips(3, 4)).toThrow('[genmodels/invalid-shape] from and to must be alike, [rows, dimensions], got float32 [2, 5] and float32 [3, 5]');
  expect(strips(2, 0)).toThrow('[genmodels/invalid-argument] count must be an integer of at least 1, got 0');
});
