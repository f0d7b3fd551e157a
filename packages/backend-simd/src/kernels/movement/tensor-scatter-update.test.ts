import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd());

test.each(['float32', 'int32', 'bool'] as const)('slices of %s are replaced as on cpu, the last of one place stays', async (dtype) => {
  const numbered = (shape: number[], first: number) => tf.cast(tf.reshape(tf.range(first, first + tf.util.sizeFromShape(shape)), shape), dtype);
  const ops = () => [
    tf.tensorScatterUpdate(numbered([4, 2, 3], 0), [[2], [0], [2]], numbered([3, 2, 3], -50)),
    tf.tensorScatterUpdate(numbered([4, 2, 3], 0), [[[3, 1], [0, 0]]], numbered([1, 2, 3], 50)),
    tf.tensorScatterUpdate(numbered([4], 0), [[1], [3]], numbered([2], -1)),
  ];
  expect(await runOn('simd', ops)).toEqual(await runOn('cpu', ops));
});

test('a place outside is an error', async () => {
  await expect(runOn('simd', () => tf.tensorScatterUpdate([1, 2], [[2]], [3]))).rejects.toThrow('does not index into 2');
});
