import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const a = (size: number) => tf.tensor1d(Uint8Array.from({ length: size }, (_, index) => index & 1), 'bool');
const b = (size: number) => tf.tensor1d(Uint8Array.from({ length: size }, (_, index) => (index >> 1) & 1), 'bool');

test.each([0, 1, 5, 16, 40_000])('and, or, not of %i', async (size) => {
  const run = () => [tf.logicalAnd(a(size), b(size)), tf.logicalOr(a(size), b(size)), tf.logicalNot(b(size)), tf.logicalXor(a(size), b(size))];
  expect(await runOn('simd', run)).toEqual(await runOn('cpu', run));
});

test('shapes that broadcast are left to the cpu backend', async () => {
  const run = () => tf.logicalAnd(tf.tensor2d([[1], [0]], [2, 1], 'bool'), tf.tensor1d([1, 0], 'bool'));
  expect(await runOn('simd', run)).toEqual({ shapes: [[2, 2]], values: [[1, 0, 0, 0]] });
});
