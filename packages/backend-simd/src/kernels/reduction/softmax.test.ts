import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const values = fc.oneof(
  { weight: 30, arbitrary: fc.float({ min: -90, max: 90, noNaN: true }).map(Math.fround) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY) },
);

// Of a power 2 units in the last place, of a sum of powers no more, and one rounding more on each side: 6e-7.
test('is that of the cpu backend in rows of any length', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 23 }), fc.array(values, { minLength: 23, maxLength: 100 }), async (size, given) => {
      const rows = Math.floor(given.length / size);
      const run = () => tf.softmax(tf.tensor(given.slice(0, rows * size), [rows, size]));
      expect(difference(await runOn('simd', run), await runOn('cpu', run))).toBeLessThan(6e-7);
    }),
    { numRuns: 60 },
  ));

test('depends neither on the threads nor on the batch', async () => {
  const logits = () => tf.mul(tf.sin(tf.reshape(tf.range(0, 2000 * 10, 1, 'float32'), [2000, 10])), 5);
  const [one, ...more] = await runOnThreads(() => tf.softmax(logits()));
  for (const result of more) expect(result).toEqual(one);
  const alone = await runOn('simd', () => tf.softmax(tf.slice(logits(), [1234, 0], [1, 10])));
  expect(alone.values[0]).toEqual(one!.values[0]!.slice(12340, 12350));
});

test('along any but the last axis the cpu kernel says that it cannot', () => {
  expect(() => tf.softmax(tf.zeros([2, 3]), 0)).toThrow('non-last dimension');
});
