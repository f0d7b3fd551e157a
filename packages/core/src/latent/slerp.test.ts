import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import { slerp } from './slerp.ts';

function expectRows(actual: tf.Tensor2D, expected: number[][], digits = 5): void {
  actual.arraySync().forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]![j]!, digits)));
}

test('goes along the circle', () => {
  const [from, to] = [tf.tensor2d([[1, 0], [0, 2]]), tf.tensor2d([[0, 1], [2, 0]])];
  const [a, b] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  expectRows(slerp(from, to, 1 / 3), [[a, b], [2 * b, 2 * a]]);
  expectRows(slerp(from, to, tf.tensor2d([[0], [1]])), [[1, 0], [2, 0]]);
});

test('keeps the length of codes of equal length', () => {
  const [from, to] = [createRng(0), createRng(1)].map((rng) => rng.normal<tf.Rank.R2>([5, 64])) as [tf.Tensor2D, tf.Tensor2D];
  const unit = (x: tf.Tensor2D): tf.Tensor2D => tf.div(x, tf.norm(x, 2, 1, true));
  tf.norm(slerp(unit(from), unit(to), 0.3), 2, 1).dataSync().forEach((length) => expect(length).toBeCloseTo(1, 5));
});

test('parallel, equal and nearly parallel rows take the straight line', () => {
  const from = tf.tensor2d([[1, 0], [1, 2], [1, 0]]);
  const to = tf.tensor2d([[3, 0], [1, 2], [1, 1e-6]]);
  expectRows(slerp(from, to, 0.25), [[1.5, 0], [1, 2], [1, 0.25e-6]], 6);
});

test('small angles are exact on both sides of the switch to the line', () => {
  for (const angle of [1e-4, 9e-4, 1.1e-3, 5e-2]) {
    const to = tf.tensor2d([[Math.cos(angle), Math.sin(angle)]]);
    const [, height] = slerp(tf.tensor2d([[1, 0]]), to, 0.5).dataSync();
    expect(height! / Math.sin(angle / 2)).toBeCloseTo(1, 4);
  }
});

test('opposite rows and zeros stay finite', () => {
  expectRows(slerp(tf.tensor2d([[1, 0], [0, 0]]), tf.tensor2d([[-1, 0], [0, 0]]), 0.25), [[0.5, 0], [0, 0]]);
});

test('leaves only its result', () => {
  const x = tf.tensor2d([[1, 2]]);
  const before = tf.memory().numTensors;
  slerp(x, x, 0.5).dispose();
  expect(tf.memory().numTensors).toBe(before);
});
