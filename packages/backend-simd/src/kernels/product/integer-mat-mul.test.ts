import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

/** Integers that overflow in no product. */
const integers = (shape: number[], seed: number) =>
  tf.tensor(Int32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.round(Math.sin(i * 12.9898 + seed) * 1000)), shape, 'int32');

const product = (batchOfA: number[], batchOfB: number[], transposeA: boolean, transposeB: boolean) => () =>
  tf.matMul(integers([...batchOfA, ...(transposeA ? [4, 3] : [3, 4])], 1), integers([...batchOfB, ...(transposeB ? [5, 4] : [4, 5])], 2), transposeA, transposeB);

/** By cpu, of operands that are whole. */
const whole = (batch: number[], batchOfA: number[], batchOfB: number[], transposeA: boolean, transposeB: boolean) => () => {
  const a = tf.broadcastTo(integers([...batchOfA, ...(transposeA ? [4, 3] : [3, 4])], 1), [...batch, ...(transposeA ? [4, 3] : [3, 4])]);
  const b = tf.broadcastTo(integers([...batchOfB, ...(transposeB ? [5, 4] : [4, 5])], 2), [...batch, ...(transposeB ? [5, 4] : [4, 5])]);
  return tf.matMul(a, b, transposeA, transposeB);
};

test.each([[false, false], [true, false], [false, true], [true, true]])('integers, transposed (%s, %s), in batches that broadcast', async (transposeA, transposeB) => {
  const transposes = [transposeA, transposeB] as const;
  for (const [batch, a, b] of [[[], [], []], [[2], [2], []], [[2, 3], [2, 1], [3]], [[2, 3], [2, 1], [1, 3]]] as number[][][]) {
    expect(await runOn('simd', product(a!, b!, ...transposes))).toEqual(await runOn('cpu', whole(batch!, a!, b!, ...transposes)));
  }
});

test('stock cpu takes wrong matrices where both operands broadcast', async () => {
  const actual = await runOn('cpu', product([2, 1], [1, 3], false, false));
  expect(actual.values).not.toEqual((await runOn('cpu', whole([2, 3], [2, 1], [1, 3], false, false))).values);
});

test('inner sizes that differ are refused', async () => {
  await expect(runOn('simd', () => tf.matMul(integers([2, 3], 1), integers([2, 3], 2)))).rejects.toThrow('equal inner sizes');
});
