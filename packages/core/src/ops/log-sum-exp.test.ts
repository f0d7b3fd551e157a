import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { logSumExp } from './log-sum-exp.ts';

beforeAll(registerGradients);

test('along the last axis, without overflow', () => {
  const actual = logSumExp(tf.tensor2d([[0, Math.log(3)], [1000, 1000], [-1000, -2000]])).dataSync();
  [Math.log(4), 1000 + Math.LN2, -1000].forEach((value, i) => expect(actual[i]).toBeCloseTo(value, 3));
});

test('its slope is the softmax, and the slope of that is right too', () => {
  const x = [0.3, -1, 2];
  const softmax = (at: number[]): number[] => {
    const exps = at.map(Math.exp);
    return exps.map((value) => value / exps.reduce((a, b) => a + b));
  };
  const slope = tf.grad((input) => logSumExp(input));
  slope(tf.tensor1d(x)).dataSync().forEach((value, i) => expect(value).toBeCloseTo(softmax(x)[i]!, 5));
  const weights = [1, 2, -1];
  const bend = tf.grad((input) => tf.sum(tf.mul(slope(input), weights)))(tf.tensor1d(x)).dataSync();
  const h = 1e-4;
  bend.forEach((value, i) => {
    const moved = (by: number): number[] => x.map((each, j) => (j === i ? each + by : each));
    const weighted = (at: number[]): number => softmax(at).reduce((sum, share, j) => sum + share * weights[j]!, 0);
    expect(value).toBeCloseTo((weighted(moved(h)) - weighted(moved(-h))) / (2 * h), 4);
  });
});

test('leaves only its result', () => {
  const x = tf.zeros([2, 3]);
  const before = tf.memory().numTensors;
  logSumExp(x).dispose();
  expect(tf.memory().numTensors).toBe(before);
});
