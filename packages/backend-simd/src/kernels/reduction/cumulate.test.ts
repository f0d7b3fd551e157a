import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const cases = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }).chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    axis: fc.nat({ max: shape.length - 1 }),
    exclusive: fc.boolean(),
    reverse: fc.boolean(),
  }),
);

test.each(Object.entries({ cumsum: tf.cumsum, cumprod: tf.cumprod }))('%s along any axis is that of the cpu backend', (_, op) =>
  fc.assert(
    fc.asyncProperty(cases, fc.constantFrom('float32' as const, 'int32' as const), async (given, dtype) => {
      const { shape, axis, exclusive, reverse } = given;
      // halves, few enough for every sum and product to be exact
      const numbers = Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => 1 + ((i * 7) % 5) / 2);
      const run = () => op(tf.cast(tf.tensor(numbers, shape), dtype), axis, exclusive, reverse);
      expect(difference(await runOn('simd', run), await runOn('cpu', run))).toBe(0);
    }),
    { numRuns: 80 },
  ),
);

test('a negative axis counts from the end', async () => {
  for (const dtype of ['float32', 'int32'] as const) {
    const result = await runOn('simd', () => tf.cumsum(tf.tensor2d([1, 2, 3, 4], [2, 2], dtype), -1));
    expect(result.values).toEqual([[1, 3, 3, 7]]);
  }
});

test('a long running sum loses nothing', async () => {
  await startSimd({ threads: 1 });
  const { values } = await runOn('simd', () => tf.cumsum(tf.fill([100_000], 0.1)));
  expect(values[0]!.at(-1)).toBe(Math.fround(Math.fround(0.1) * 100_000));
});

test('depends not on the threads', async () => {
  const x = () => tf.sin(tf.reshape(tf.range(0, 30_000, 1, 'float32'), [50, 20, 30]));
  const [one, ...more] = await runOnThreads(() => [tf.cumsum(x(), 1), tf.cumsum(x(), 2), tf.cumprod(x(), 0)]);
  for (const result of more) expect(result).toEqual(one);
});
