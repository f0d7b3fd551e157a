import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import { latentPath } from './latent-path.ts';
import { lerp } from './lerp.ts';
import { slerp } from './slerp.ts';

test('goes from stop to stop in even steps, and shows each stop once', () => {
  const stops = tf.tensor2d([[0, 0], [2, 4], [2, 0]]);
  expect(latentPath(stops, 2, lerp).arraySync()).toEqual([[0, 0], [1, 2], [2, 4], [2, 2], [2, 0]]);
  expect(latentPath(stops, 1, lerp).arraySync()).toEqual(stops.arraySync());
});

test.each([['lerp', lerp], ['slerp', slerp]])('%s: all stops are the codes that were given, bit for bit', (_, along) => {
  const stops = createRng(5).normal<tf.Rank.R2>([4, 6]);
  const path = latentPath(stops, 7, along);
  expect(tf.gather(path, [0, 7, 14, 21]).dataSync()).toEqual(stops.dataSync());
  expect(path.shape).toEqual([22, 6]);
});

test('keeps to the circle unless told otherwise', () => {
  const path = latentPath(tf.tensor2d([[1, 0], [0, 1], [-1, 0]]), 5);
  tf.norm(path, 2, 1).dataSync().forEach((length) => expect(length).toBeCloseTo(1, 5));
});

test('leaves only its result', () => {
  const stops = tf.tensor2d([[0, 1], [2, 0]]);
  const before = tf.memory().numTensors;
  latentPath(stops, 3).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('a single stop and no steps are refused', () => {
  expect(() => latentPath(tf.zeros([1, 5]), 3)).toThrow('[genmodels/invalid-shape] stops must be [at least 2, dimensions], got float32 [1, 5]');
  expect(() => latentPath(tf.zeros([2, 5]), 0)).toThrow('[genmodels/invalid-argument] steps must be an integer of at least 1, got 0');
});
