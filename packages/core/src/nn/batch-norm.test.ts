import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { BatchNorm } from './batch-norm.ts';
import { namedVariables, trainableVariables } from './module.ts';

beforeAll(registerGradients);

const batch = tf.tensor2d([[1, 10], [2, 20], [3, 60]]); // means 2 and 30, unbiased variances 1 and 700

test('train: each channel has the mean of the offset and the deviation of the scale', () => {
  const norm = new BatchNorm({ channels: 3 });
  norm.scale.assign(tf.tensor1d([1, 2, 3]));
  norm.offset.assign(tf.tensor1d([0, 1, 2]));
  const x = tf.add(tf.mul(createRng(0).normal<tf.Rank.R4>([4, 5, 5, 3]), 7), 100);
  const { mean, variance } = tf.moments(norm.apply(x, 'train'), [0, 1, 2]);
  mean.dataSync().forEach((value, i) => expect(value).toBeCloseTo(i, 3));
  variance.dataSync().forEach((value, i) => expect(value).toBeCloseTo((i + 1) ** 2, 2));
});

test('train moves the running averages by 1 - momentum, with the unbiased variance', () => {
  const norm = new BatchNorm({ channels: 2, momentum: 0.75 });
  norm.apply(batch, 'train');
  expect([...norm.mean.dataSync()]).toEqual([0.5, 7.5]);
  expect(norm.variance.dataSync()[0]).toBeCloseTo(0.75 + 0.25 * 1, 5);
  expect(norm.variance.dataSync()[1]).toBeCloseTo(0.75 + 0.25 * 700, 3);
});

test('infer uses the running averages and leaves them', () => {
  const norm = new BatchNorm({ channels: 2 });
  norm.mean.assign(tf.tensor1d([1, 20]));
  norm.variance.assign(tf.tensor1d([4, 100]));
  const y = norm.apply(batch, 'infer').arraySync();
  [[0, -1], [0.5, 0], [1, 4]].forEach((row, i) => row.forEach((value, j) => expect(y[i]![j]).toBeCloseTo(value, 4)));
  expect([...norm.mean.dataSync()]).toEqual([1, 20]);
});

test('the running averages are saved but not trained', () => {
  const norm = new BatchNorm({ channels: 2 });
  expect([...namedVariables(norm).keys()]).toEqual(['scale', 'offset', 'mean', 'variance']);
  expect(trainableVariables(norm)).toEqual([norm.scale, norm.offset]);
});

test('gradients pass through the mean and the variance of the batch: they are orthogonal to both', () => {
  const norm = new BatchNorm({ channels: 1, epsilon: 0 });
  const x = createRng(0).normal<tf.Rank.R2>([6, 1]);
  const weights = createRng(1).normal<tf.Rank.R2>([6, 1]);
  const slope = tf.grad((input) => tf.sum(tf.mul(norm.apply(input, 'train'), weights)))(x).arraySync() as number[][];
  const values = x.arraySync();
  const dot = (weight: (i: number) => number): number => slope.reduce((sum, [value], i) => sum + value! * weight(i), 0);
  expect(dot((i) => slope[i]![0]!)).toBeGreaterThan(0.1);
  expect(dot(() => 1)).toBeCloseTo(0, 5);
  expect(dot((i) => values[i]![0]!)).toBeCloseTo(0, 4);
});

test('a step inside a tidy leaves no tensor', () => {
  const norm = new BatchNorm({ channels: 2 });
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    tf.variableGrads(() => tf.sum(norm.apply(batch, 'train')), trainableVariables(norm));
  });
  expect(tf.memory().numTensors).toBe(before);
  expect([...norm.mean.dataSync()].every(Number.isFinite)).toBe(true);
});
