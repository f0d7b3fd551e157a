import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 1 }));

const floats = [0, -0, 0.5, -0.5, 1.9, -1.9, 256, 2 ** 31, -(2 ** 31), 2 ** 32 + 512, -(2 ** 40) - 2 ** 17, 2 ** 63, -(2 ** 70), 1e-45, Number.NaN, Number.POSITIVE_INFINITY];
const sources = {
  float32: () => tf.tensor1d(floats),
  int32: () => tf.tensor1d([0, 1, -1, 2 ** 31 - 1, -(2 ** 31), 16777217, 7], 'int32'),
  bool: () => tf.tensor1d([true, false, true, true, false], 'bool'),
};
const types = ['float32', 'int32', 'bool'] as const;

test.each(types.flatMap((from) => types.map((to) => [from, to] as const)))('%s to %s gives what a typed array makes of the numbers', async (from, to) => {
  const { values: [actual] } = await runOn('simd', () => tf.cast(sources[from](), to));
  const { values: [given] } = await runOn('simd', sources[from]);
  const expected = to === 'float32' ? Float32Array.from(given!) : to === 'int32' ? Int32Array.from(given!) : given!.map((value) => (value === 0 ? 0 : 1));
  expect(actual).toEqual(Array.from(expected));
});

test('a float32 cast from bools or integers is one to other kernels', async () => {
  const sums = () => [tf.add(tf.cast(sources.bool(), 'float32'), 1), tf.sqrt(tf.cast(tf.tensor1d([4, 9], 'int32'), 'float32'))];
  expect((await runOn('simd', sums)).values).toEqual([[2, 1, 2, 2, 1], [2, 3]]);
});
