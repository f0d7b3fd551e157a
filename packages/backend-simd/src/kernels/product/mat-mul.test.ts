import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

/** Numbers in [-2, 2] in no order, none of them special. */
function numbers(shape: number[], seed: number): tf.Tensor {
  const size = shape.reduce((all, each) => all * each, 1);
  return tf.tensor(Float32Array.from({ length: size }, (_, index) => Math.sin(index * 12.9898 + seed) * 2), shape);
}

interface Case { rows: number; columns: number; depth: number; batches: number[][]; transposeA: boolean; transposeB: boolean }

const size = fc.integer({ min: 1, max: 40 });
const cases: fc.Arbitrary<Case> = fc.record({
  rows: size,
  columns: size,
  depth: fc.oneof(size, fc.integer({ min: 370, max: 800 })), // one block of additions, and several
  batches: fc.constantFrom([[], []], [[3], [3]], [[3], []], [[], [2]], [[2, 1], [1, 3]], [[2, 3], [3]]),
  transposeA: fc.boolean(),
  transposeB: fc.boolean(),
});

const operands = ({ rows, columns, depth, batches, transposeA, transposeB }: Case) => [
  numbers([...batches[0]!, ...(transposeA ? [depth, rows] : [rows, depth])], 1),
  numbers([...batches[1]!, ...(transposeB ? [columns, depth] : [depth, columns])], 2),
] as const;

const product = (each: Case) => () => {
  const [a, b] = operands(each);
  return tf.matMul(a, b, each.transposeA, each.transposeB);
};

/** By cpu, which cannot broadcast both operands at once: the product, or that of the magnitudes, to which rounding is proportional. */
const oracle = (each: Case, of: (x: tf.Tensor) => tf.Tensor) => () => {
  const [a, b] = operands(each).map(of) as [tf.Tensor, tf.Tensor];
  const batch = tf.backend_util.assertAndGetBroadcastShape(each.batches[0]!, each.batches[1]!);
  const whole = (x: tf.Tensor) => tf.broadcastTo(x, [...batch, ...x.shape.slice(-2)]);
  return tf.matMul(whole(a), whole(b), each.transposeA, each.transposeB);
};

test('products of every shape, transposed or not, in batches that broadcast', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (each) => {
      const actual = await runOn('simd', product(each));
      const expected = await runOn('cpu', oracle(each, (x) => x));
      const magnitude = await runOn('cpu', oracle(each, tf.abs));
      expect(actual.shapes).toEqual(expected.shapes);
      // A sum of at most 400 terms at a time, each addition rounded to 24 bits.
      const excess = actual.values[0]!.map((value, i) => Math.abs(value - expected.values[0]![i]!) - magnitude.values[0]![i]! * 400 * 2 ** -24);
      expect(Math.max(...excess)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 80 },
  );
});

test('any number of threads gives the same bits', async () => {
  const [one, ...more] = await runOnThreads(() => [
    tf.matMul(numbers([130, 500], 1) as tf.Tensor2D, numbers([500, 70], 2)),
    tf.matMul(numbers([500, 130], 1) as tf.Tensor2D, numbers([70, 500], 2), true, true),
  ]);
  for (const other of more) expect(other).toEqual(one);
});

test('a row has the same bits alone and in a batch', async () => {
  const { values } = await runOn('simd', () => {
    const [a, b] = [numbers([47, 400], 1) as tf.Tensor2D, numbers([400, 16], 2) as tf.Tensor2D];
    return [tf.matMul(a, b), tf.concat(tf.split(a, 47).map((row) => tf.matMul(row, b)))];
  });
  expect(values[1]).toEqual(values[0]);
});

test.each(['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu'] as const)('fused with a bias and %s', async (activation) => {
  const ops = () => {
    const [a, b] = [numbers([7, 5], 1) as tf.Tensor2D, numbers([5, 9], 2) as tf.Tensor2D];
    const prelu = { preluActivationWeights: numbers([9], 4), leakyreluAlpha: 0.3 };
    return [[9], [1], [7, 9]].map((shape) => tf.fused.matMul({ a, b, bias: numbers(shape, 3), activation, ...prelu }));
  };
  expect(difference(await runOn('simd', ops), await runOn('cpu', ops))).toBeLessThan(1e-6);
});

test('nothing times nothing is zero, of the right shape', async () => {
  const { values, shapes } = await runOn('simd', () => [tf.matMul(tf.zeros([2, 0]), tf.zeros([0, 3])), tf.matMul(tf.zeros([0, 2]), tf.zeros([2, 3]))]);
  expect(values).toEqual([[0, 0, 0, 0, 0, 0], []]);
  expect(shapes).toEqual([[2, 3], [0, 3]]);
});
