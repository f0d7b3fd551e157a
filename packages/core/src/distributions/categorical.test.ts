import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { categoricalLogProb, drawCategorical } from './categorical.ts';

beforeAll(registerGradients);

test('log p(values) is the sum of the chosen log-softmaxes', () => {
  const logits = [[0, 1, 2], [3, 1, -1], [0, 0, 0], [5, -5, 1]];
  const values = [2, 0, 1, 1];
  const terms = logits.map((row, i) => row[values[i]!]! - Math.log(row.reduce((sum, logit) => sum + Math.exp(logit), 0)));
  const actual = categoricalLogProb(tf.tensor2d(values, [2, 2], 'int32'), tf.tensor3d(logits.flat(), [2, 2, 3])).dataSync();
  expect(actual[0]).toBeCloseTo(terms[0]! + terms[1]!, 5);
  expect(actual[1]).toBeCloseTo(terms[2]! + terms[3]!, 4);
});

test('logits of any size stay finite', () => {
  const logits = tf.tensor2d([[1e5, -1e5, 0]]);
  expect(categoricalLogProb(tf.tensor1d([0], 'int32'), logits).dataSync()[0]).toBe(0);
  expect(categoricalLogProb(tf.tensor1d([1], 'int32'), logits).dataSync()[0]).toBe(-2e5);
});

test('draws follow the softmax', () => {
  const count = 20_000;
  const logits = [Math.log(0.1), Math.log(0.6), Math.log(0.3)];
  const draws = drawCategorical(tf.tile(tf.tensor2d([logits]), [count, 1]), createRng(0)).dataSync();
  [0.1, 0.6, 0.3].forEach((probability, k) => {
    const share = draws.filter((value) => value === k).length / count;
    expect(Math.abs(share - probability)).toBeLessThan(4 * Math.sqrt((probability * (1 - probability)) / count));
  });
});

test('both functions leave only their result', () => {
  const [values, logits] = [tf.zeros([2, 3], 'int32'), tf.zeros([2, 3, 4])];
  const before = tf.memory().numTensors;
  tf.dispose([categoricalLogProb(values, logits), drawCategorical(logits, createRng(0))]);
  expect(tf.memory().numTensors).toBe(before);
});
