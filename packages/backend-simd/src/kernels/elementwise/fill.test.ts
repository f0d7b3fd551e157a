import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const fills: Record<string, () => tf.Tensor> = {
  'float32': () => tf.fill([3, 7], -1.5),
  'float32 that is no number': () => tf.fill([5], Number.NaN),
  'int32': () => tf.fill([70_000], -3, 'int32'),
  'bool': () => tf.fill([7], 1, 'bool'),
  'nothing': () => tf.fill([0, 4], 2),
  'onesLike of bool': () => tf.onesLike(tf.tensor1d([true, false, false], 'bool')),
  'onesLike of int32': () => tf.onesLike(tf.tensor2d([[5, 6]], [1, 2], 'int32')),
  'zerosLike': () => tf.zerosLike(tf.ones([3, 3])),
  'zerosLike of complex numbers': () => tf.real(tf.zerosLike(tf.complex([1, 2], [3, 4]))),
};

test.each(Object.entries(fills))('%s is that of the cpu backend', async (_, fill) => {
  expect(await runOn('simd', fill)).toEqual(await runOn('cpu', fill));
});

test('text is left to the cpu backend', async () => {
  await tf.setBackend('simd');
  expect(tf.fill([2], 'so', 'string').dataSync()).toEqual(['so', 'so']);
});
