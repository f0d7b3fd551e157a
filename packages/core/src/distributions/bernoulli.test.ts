import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { bernoulliLogProb, drawBernoulli } from './bernoulli.ts';

beforeAll(registerGradients);

test('log p(x) is x log s + (1 - x) log(1 - s), summed over the example', () => {
  const logits = [[-1, 2, 0.3, 4], [0, 1, -2, 5]];
  const x = [[0, 1, 1, 0], [1, 0, 0, 1]];
  const expected = logits.map((row, i) => row.reduce((sum, logit, j) => {
    const one = 1 / (1 + Math.exp(-logit));
    return sum + Math.log(x[i]![j] ? one : 1 - one);
  }, 0));
  const actual = bernoulliLogProb(tf.tensor4d(x.flat(), [2, 2, 1, 2]), tf.tensor4d(logits.flat(), [2, 2, 1, 2])).dataSync();
  expected.forEach((value, i) => expect(actual[i]).toBeCloseTo(value, 5));
});

test('extreme logits stay finite, with their slope', () => {
  const logits = tf.tensor2d([[1e4], [1e4], [-1e4], [-1e4]]);
  const x = tf.tensor2d([[1], [0], [1], [0]]);
  expect(Array.from(bernoulliLogProb(x, logits).dataSync(), (value) => value + 0)).toEqual([0, -1e4, -1e4, 0]); // -0 is 0
  expect([...tf.grad((l) => bernoulliLogProb(x, l))(logits).dataSync()].map((v) => v + 0)).toEqual([0, -1, 1, 0]);
});

test('draws are ones with the probability of the logit', () => {
  const count = 20_000;
  const draws: number[] = [...drawBernoulli(tf.fill([count], 1.2), createRng(0)).dataSync()];
  const probability = 1 / (1 + Math.exp(-1.2));
  const share = draws.reduce((sum, value) => sum + value, 0) / count;
  expect(Math.abs(share - probability)).toBeLessThan(4 * Math.sqrt((probability * (1 - probability)) / count));
});

test('both functions leave only their result', () => {
  const [x, logits] = [tf.ones([2, 3]), tf.zeros([2, 3])];
  const before = tf.memory().numTensors;
  tf.dispose([bernoulliLogProb(x, logits), drawBernoulli(logits, createRng(0))]);
  expect(tf.memory().numTensors).toBe(before);
});
