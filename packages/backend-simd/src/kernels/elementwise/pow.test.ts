import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const numbers = [NaN, -Infinity, -2.5, -2, -1, -0, 0, 0.3, 1, 2, 7.25, 1e30, Infinity];

test.each(numbers)('powers are those of cpu, for an exponent of %f', async (exponent) => {
  const ops = () => [
    tf.pow(tf.tensor1d(numbers), tf.scalar(exponent)),
    tf.pow(tf.tensor1d(numbers), tf.fill([numbers.length], exponent)),
    tf.pow(tf.tensor1d(numbers), tf.tensor2d([[exponent], [3]])),
    tf.pow(tf.tensor1d([-3, 0, 2, 5], 'int32'), tf.scalar(3, 'int32')),
  ];
  expect(await runOn('simd', ops)).toEqual(await runOn('cpu', ops));
});
