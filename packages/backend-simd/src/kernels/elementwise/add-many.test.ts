import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const terms = (count: number, shape: number[]) =>
  Array.from({ length: count }, (_, term) => tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, index) => Math.sin(index + term * 0.7)), shape));

test.each([1, 2, 5, 100, 101])('the sum of %i tensors is that of the cpu backend, to the bit', async (count) => {
  const sum = () => tf.addN(terms(count, [7, 9]));
  expect(await runOn('simd', sum)).toEqual(await runOn('cpu', sum));
});

test('a tensor may come twice, and integers are left to the cpu backend', async () => {
  const sums = () => {
    const [x, n] = [tf.tensor1d([1, 2, 3]), tf.tensor1d([4, 5], 'int32')];
    return [tf.addN([x, x, x]), tf.addN([n, n])];
  };
  expect((await runOn('simd', sums)).values).toEqual([[3, 6, 9], [8, 10]]);
});
