import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { upsample } from './upsample.ts';

beforeAll(registerGradients);

const x = createRng(0).normal<tf.Rank.R4>([2, 3, 4, 5]);

test.each([1, 2, 3])('upsampling by %i repeats each pixel', (factor) => {
  const y = upsample(x, factor);
  expect(y.shape).toEqual([2, 3 * factor, 4 * factor, 5]);
  const small = x.arraySync();
  y.arraySync().forEach((image, n) => image.forEach((row, i) => row.forEach((pixel, j) => {
    expect(pixel).toEqual(small[n]![Math.floor(i / factor)]![Math.floor(j / factor)]);
  })));
});

test('the gradient of upsampling sums over the copies', () => {
  const weights = createRng(1).normal<tf.Rank.R4>([2, 6, 8, 5]);
  const slope = tf.grad((input) => tf.sum(tf.mul(upsample(input as tf.Tensor4D), weights)))(x).arraySync() as number[][][][];
  const of = weights.arraySync();
  const [n, i, j, c] = [1, 2, 3, 4];
  const copies = [2 * i, 2 * i + 1].flatMap((row) => [2 * j, 2 * j + 1].map((column) => of[n]![row]![column]![c]!));
  expect(slope[n]![i]![j]![c]).toBeCloseTo(copies.reduce((a, b) => a + b), 5);
});
