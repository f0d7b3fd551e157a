import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import {
  gaussianLogProb,
  klBetween,
  klPerDimension,
  klToStandardNormal,
  reparameterize,
  standardNormalLogProb,
} from './diagonal-gaussian.ts';

beforeAll(registerGradients);

const q = { mean: tf.tensor2d([[0.5, -1], [2, 0]]), logVariance: tf.tensor2d([[0.2, -1], [-3, 1]]) };
const p = { mean: tf.tensor2d([[0, 1], [1, 0.5]]), logVariance: tf.tensor2d([[1, 0.5], [0, 0]]) };
const standard = { mean: tf.zerosLike(q.mean), logVariance: tf.zerosLike(q.mean) };

test('log p(x) is the density', () => {
  const x = tf.tensor2d([[1, 2], [0, -1]]);
  const density = (value: number, mean: number, variance: number): number =>
    Math.exp(-((value - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
  const [first] = gaussianLogProb(x, q).dataSync();
  expect(first).toBeCloseTo(Math.log(density(1, 0.5, Math.exp(0.2)) * density(2, -1, Math.exp(-1))), 4);
});

test('standardNormalLogProb is that of mean 0 and variance 1', () => {
  expect(standardNormalLogProb(q.mean).dataSync()).toEqual(gaussianLogProb(q.mean, standard).dataSync());
});

test('both divergences agree with a Monte Carlo estimate', () => {
  const draws = 5000;
  const repeated = (each: tf.Tensor2D): tf.Tensor2D => tf.tile(tf.slice(each, 0, 1), [draws, 1]);
  const q1 = { mean: repeated(q.mean), logVariance: repeated(q.logVariance) };
  const p1 = { mean: repeated(p.mean), logVariance: repeated(p.logVariance) };
  const z = reparameterize(q1, createRng(0));
  const estimate = (other: tf.Tensor1D): { mean: number; error: number } => {
    const { mean, variance } = tf.moments(tf.sub(gaussianLogProb(z, q1), other));
    return { mean: mean.dataSync()[0]!, error: Math.sqrt(variance.dataSync()[0]! / draws) };
  };
  const toStandard = estimate(standardNormalLogProb(z));
  expect(Math.abs(toStandard.mean - klToStandardNormal(q).dataSync()[0]!)).toBeLessThan(4 * toStandard.error);
  const toOther = estimate(gaussianLogProb(z, p1));
  expect(Math.abs(toOther.mean - klBetween(q, p).dataSync()[0]!)).toBeLessThan(4 * toOther.error);
});

test('KL to the standard normal is 0 for itself, the sum over dimensions, and a case of klBetween', () => {
  expect([...klToStandardNormal(standard).dataSync()]).toEqual([0, 0]);
  const perDimension = klPerDimension(q).arraySync();
  const between = klBetween(q, standard).dataSync();
  klToStandardNormal(q).dataSync().forEach((value, i) => {
    expect(value).toBeCloseTo(perDimension[i]![0]! + perDimension[i]![1]!, 5);
    expect(value).toBeCloseTo(between[i]!, 5);
  });
});

test('reparameterize lets gradients reach mean and logVariance', () => {
  const draw = (mean: tf.Tensor, logVariance: tf.Tensor): tf.Tensor =>
    reparameterize({ mean: mean as tf.Tensor2D, logVariance: logVariance as tf.Tensor2D }, createRng(0));
  const [byMean, byLogVariance] = tf.grads(draw)([q.mean, q.logVariance]);
  expect([...byMean!.dataSync()]).toEqual([1, 1, 1, 1]);
  const expected = tf.mul(tf.sub(draw(q.mean, q.logVariance), q.mean), 0.5).dataSync(); // d sigma / d log sigma^2 = sigma / 2
  byLogVariance!.dataSync().forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 5));
});

test('each function leaves only its result', () => {
  const before = tf.memory().numTensors;
  tf.dispose([reparameterize(q, createRng(0)), gaussianLogProb(q.mean, q), standardNormalLogProb(q.mean)]);
  tf.dispose([klToStandardNormal(q), klPerDimension(q), klBetween(q, p)]);
  expect(tf.memory().numTensors).toBe(before);
});
