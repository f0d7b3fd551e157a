import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import {
  glorotNormal,
  glorotUniform,
  heNormal,
  type Initializer,
  lecunNormal,
  normal,
  ones,
  orthogonal,
  zeros,
} from './initializers.ts';

const fans = { fanIn: 30, fanOut: 10 };

test.each<[string, Initializer, number]>([
  ['glorotNormal', glorotNormal, 2 / 40],
  ['glorotUniform', glorotUniform, 2 / 40],
  ['heNormal', heNormal, 2 / 30],
  ['lecunNormal', lecunNormal, 1 / 30],
  ['normal(0.02)', normal(0.02), 0.0004],
])('%s has mean 0 and the variance of its formula', (_, initializer, variance) => {
  const values: number[] = [...initializer<tf.Rank.R2>([200, 100], fans, createRng(0)).dataSync()];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const measured = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(Math.abs(mean) / Math.sqrt(variance)).toBeLessThan(4 / Math.sqrt(values.length));
  expect(Math.abs(measured / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / values.length));
});

test('glorotUniform stays within its bound', () => {
  const bound = Math.sqrt(6 / 40);
  const values = glorotUniform<tf.Rank.R1>([10_000], fans, createRng(0)).dataSync();
  expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(bound);
  expect(Math.max(...values.map(Math.abs))).toBeGreaterThan(0.99 * bound);
});

test.each([[[6, 4]], [[4, 6]], [[2, 3, 2, 4]]])('orthogonal of %j has orthonormal columns, or rows', (shape) => {
  const kernel = orthogonal<tf.Rank.R2>(shape as [number, number], fans, createRng(3));
  const matrix: tf.Tensor2D = tf.reshape(kernel, [-1, shape.at(-1)!]);
  const tall = matrix.shape[0] >= matrix.shape[1];
  const gram = tf.matMul(matrix, matrix, tall, !tall).arraySync() as number[][];
  gram.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(i === j ? 1 : 0, 5)));
});

test('the same seed gives the same weights', () => {
  const draw = (seed: number): number[] => [...heNormal<tf.Rank.R1>([5], fans, createRng(seed)).dataSync()];
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test('variables survive the tidy that makes them, and hold no other tensor', () => {
  const before = tf.memory().numTensors;
  const made: tf.Variable[] = [];
  tf.tidy(() => {
    made.push(glorotNormal<tf.Rank.R1>([3], fans, createRng(0)), zeros<tf.Rank.R1>([3]), ones<tf.Rank.R1>([3]));
  });
  expect(tf.memory().numTensors - before).toBe(3);
  expect(made.map((variable) => variable.trainable)).toEqual([true, true, true]);
  expect([...made[1]!.dataSync(), ...made[2]!.dataSync()]).toEqual([0, 0, 0, 1, 1, 1]);
  tf.dispose(made);
  expect(tf.memory().numTensors).toBe(before);
});
