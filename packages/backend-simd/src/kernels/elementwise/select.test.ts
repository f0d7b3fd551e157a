import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const shape = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 });

test.each(['float32', 'int32', 'bool'] as const)('%s: a condition for every number', async (dtype) => {
  await fc.assert(
    fc.asyncProperty(shape, async (shape) => {
      const size = tf.util.sizeFromShape(shape);
      const numbers = (seed: number) => Array.from({ length: size }, (_, index) => Math.round(Math.sin(index * 3 + seed)) & 1);
      const of = (seed: number, type: tf.DataType) => tf.tensor(numbers(seed), shape, type);
      const { values, shapes } = await runOn('simd', () => tf.where(of(1, 'bool'), of(2, dtype), of(3, dtype)));
      const [yes, a, b] = [numbers(1), numbers(2), numbers(3)];
      expect({ values, shapes }).toEqual({ values: [yes.map((one, index) => (one === 1 ? a[index] : b[index]))], shapes: [shape] });
    }),
    { numRuns: 30 },
  );
});

test('NaN and Infinity on the other side do not come through', async () => {
  const run = () => tf.where(tf.tensor1d([true, false], 'bool'), tf.tensor1d([1, Number.NaN]), tf.tensor1d([Number.POSITIVE_INFINITY, 2]));
  expect((await runOn('simd', run)).values).toEqual([[1, 2]]);
});

test('a condition for every row takes whole rows', async () => {
  const select = () => {
    const [condition, t, e] = [tf.tensor1d([1, 0, 1], 'bool'), tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]), tf.tensor2d([-1, -2, -3, -4, -5, -6], [3, 2])];
    return tf.engine().runKernel('Select', { condition, t, e }) as tf.Tensor;
  };
  expect((await runOn('simd', select)).values).toEqual([[1, 2, -3, -4, 5, 6]]);
});
