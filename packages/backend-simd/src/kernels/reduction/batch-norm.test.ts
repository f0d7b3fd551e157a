import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

/** Offsets so large that nothing cancels: then an error is small beside the result, or there is a reason. */
function normalized(shape: number[], channels: number, { scale, offset }: { scale: boolean; offset: boolean }) {
  const wave = (pace: number): tf.Tensor1D => tf.sin(tf.mul(tf.range(1, channels + 1), pace));
  const x = tf.sin(tf.reshape(tf.range(0, tf.util.sizeFromShape(shape) * channels, 1), [...shape, channels]));
  const variance: tf.Tensor1D = tf.add(tf.abs(wave(0.3)), 0.1);
  const offsets: tf.Tensor1D | undefined = offset ? tf.add(wave(0.9), 20) : undefined;
  return tf.batchNorm(x, wave(0.7), variance, offsets, scale ? wave(1.1) : undefined);
}

test('is that of the cpu backend for any number of channels', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 21 }),
      fc.record({ scale: fc.boolean(), offset: fc.boolean() }),
      async (shape, channels, terms) => {
        const run = () => normalized(shape, channels, terms);
        expect(difference(await runOn('simd', run), await runOn('cpu', run))).toBeLessThan(4e-7);
      },
    ),
    { numRuns: 60 },
  ));

test.each([10, 32])('of %i channels it depends not on the threads', async (channels) => {
  const [one, ...more] = await runOnThreads(() => normalized([50, 60], channels, { scale: true, offset: true }));
  for (const result of more) expect(result).toEqual(one);
});

test('terms of the shape of x go to the cpu kernel', async () => {
  const run = () => tf.batchNorm(tf.ones([2, 3]), tf.zeros([2, 3]), tf.fill([2, 3], 4), undefined, undefined, 0);
  expect((await runOn('simd', run)).values).toEqual([[0.5, 0.5, 0.5, 0.5, 0.5, 0.5]]);
});
