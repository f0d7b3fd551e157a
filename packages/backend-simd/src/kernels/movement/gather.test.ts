import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { forEach, numbered, onBoth, shaped } from '../../testing/arbitrary-tensors.ts';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd());

const filled = shaped.filter(({ shape }) => shape.length > 0 && !shape.includes(0));

test('gather, with and without a batch', () => {
  const picked = filled.chain((x) => {
    const axis = fc.nat(x.shape.length - 1);
    const batchDims = axis.chain((axis) => fc.record({ axis: fc.constant(axis), batchDims: fc.nat(axis) }));
    return fc.record({ x: fc.constant(x), places: batchDims, picks: fc.nat(4), seed: fc.nat(99) });
  });
  return forEach(picked, async ({ x, places: { axis, batchDims }, picks, seed }) => {
    const shape = [...x.shape.slice(0, batchDims), picks];
    const size = shape.reduce((product, extent) => product * extent, 1);
    const indices = () =>
      tf.tensor(
        Array.from({ length: size }, (_, index) => ((index + 1) * (seed + 7)) % x.shape[axis]!),
        shape,
        'int32',
      );
    const { simd, cpu } = await onBoth(() => tf.gather(numbered(x), indices() as tf.Tensor1D, axis, batchDims));
    expect(simd).toEqual(cpu);
  });
});

test.each([-1, 3])('gather: the index %i of three is an error', async (index) => {
  await expect(runOn('simd', () => tf.gather([1, 2, 3], [0, index]))).rejects.toThrow(
    `GatherV2: the index value ${index} is not in [0, 2]`,
  );
});

test('gatherND and scatterND', () => {
  const placed = filled.chain((x) =>
    fc.record({
      x: fc.constant(x),
      rank: fc.integer({ min: 1, max: x.shape.length }),
      count: fc.integer({ min: 1, max: 9 }),
      seed: fc.nat(99),
    }),
  );
  return forEach(placed, async ({ x, rank, count, seed }) => {
    const places = Array.from({ length: count }, (_, place) =>
      x.shape.slice(0, rank).map((extent, axis) => ((place + 1) * (seed + 3 + axis)) % extent),
    );
    const { simd, cpu } = await onBoth(() => {
      const indices = tf.tensor2d(places, [count, rank], 'int32');
      const gathered = tf.gatherND(numbered(x), indices);
      return x.dtype === 'bool' ? gathered : [gathered, tf.scatterND(indices, gathered, x.shape as [number])];
    });
    expect(simd).toEqual(cpu);
  });
});

test('gatherND and scatterND: what is not in the tensor is an error', async () => {
  const message = 'Invalid indices: 2,0 does not index into 2,3';
  await expect(runOn('simd', () => tf.gatherND(tf.ones([2, 3]), tf.tensor2d([2, 0], [1, 2], 'int32')))).rejects.toThrow(message);
  await expect(
    runOn('simd', () => tf.scatterND(tf.tensor2d([2, 0], [1, 2], 'int32'), tf.ones([1]), [2, 3] as never)),
  ).rejects.toThrow(message);
});

test('unsortedSegmentSum', () => {
  const summed = fc.record({
    width: fc.integer({ min: 1, max: 21 }),
    ids: fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 40 }),
    segments: fc.integer({ min: 1, max: 5 }),
  });
  return forEach(summed, async ({ width, ids, segments }) => {
    const x = () => tf.div(numbered({ shape: [ids.length, width], dtype: 'float32' }), 7);
    const { simd, cpu } = await onBoth(() => tf.unsortedSegmentSum(x(), tf.tensor1d(ids, 'int32'), segments));
    expect(difference(simd, cpu)).toBeLessThan(1e-6);
  });
});

test('unsortedSegmentSum: a long sum is right, and what is infinite stays in its segment', async () => {
  const { values } = await runOn('simd', () => {
    const long = tf.unsortedSegmentSum(tf.fill([300_000], 0.1), tf.zeros([300_000], 'int32'), 1);
    return [long, tf.unsortedSegmentSum([1, 2, Number.POSITIVE_INFINITY], tf.tensor1d([0, 0, 1], 'int32'), 3)];
  });
  expect(values[0]![0]! / (300_000 * Math.fround(0.1))).toBeCloseTo(1, 6);
  expect(values[1]).toEqual([3, Number.POSITIVE_INFINITY, 0]);
});

test('oneHot', () => {
  const drawn = fc.record({
    ids: fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 20 }),
    depth: fc.integer({ min: 2, max: 7 }),
    dtype: fc.constantFrom<tf.DataType[]>('float32', 'int32', 'bool'),
  });
  return forEach(drawn, async ({ ids, depth, dtype }) => {
    const { simd, cpu } = await onBoth(() => tf.oneHot(tf.tensor1d(ids, 'int32'), depth, 3, -2, dtype as 'int32'));
    expect(simd).toEqual(cpu);
  });
});

test('threads change nothing', async () => {
  const [one, ...more] = await runOnThreads(() => {
    const x = tf.div(numbered({ shape: [300, 96], dtype: 'float32' }), 3);
    const indices = tf.tensor1d(
      Array.from({ length: 700 }, (_, index) => (index * index) % 300),
      'int32',
    );
    const rows = tf.gather(x, indices);
    return [rows, tf.unsortedSegmentSum(rows, indices, 300), tf.oneHot(indices, 120)];
  });
  for (const other of more) expect(other).toEqual(one);
});
