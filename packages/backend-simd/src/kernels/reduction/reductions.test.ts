import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const floats = fc.oneof(
  { weight: 20, arbitrary: fc.float({ min: -8, max: 8, noNaN: true }).map(Math.fround) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0) },
);

const sizeOf = (shape: number[]) => tf.util.sizeFromShape(shape);

/** A shape of up to six axes, some of them, and values. */
function cases(values: fc.Arbitrary<number>) {
  return fc
    .array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 })
    .filter((shape) => sizeOf(shape) <= 400)
    .chain((shape) => {
      const size = sizeOf(shape);
      return fc.record({
        shape: fc.constant(shape),
        axes: fc.subarray(shape.map((_, axis) => axis)),
        keepDims: fc.boolean(),
        values: fc.array(values, { minLength: size, maxLength: size }),
      });
    });
}

const same = async (ops: () => tf.Tensor, expected = ops) => {
  expect(difference(await runOn('simd', ops), await runOn('cpu', expected))).toBe(0);
};

test.each(Object.entries({ prod: tf.prod, max: tf.max, min: tf.min }))('%s of any shape over any axes', (_, op) =>
  fc.assert(
    fc.asyncProperty(cases(floats), ({ shape, axes, keepDims, values }) => same(() => op(tf.tensor(values, shape), axes, keepDims))),
    { numRuns: 40 },
  ),
);

// Whole numbers have exact sums, in whatever order they are added. (The cpu backend rounds each number of a mean.)
test('sum and mean of any shape over any axes', () =>
  fc.assert(
    fc.asyncProperty(cases(floats), async ({ shape, axes, keepDims, values }) => {
      const x = () => tf.tensor(values.map((value) => Math.round(4 * value)), shape);
      const sum = () => tf.sum(x(), axes, keepDims);
      await same(sum);
      await same(() => tf.mean(x(), axes, keepDims), () => tf.div(sum(), axes.reduce((count, axis) => count * shape[axis]!, 1)));
    }),
    { numRuns: 40 },
  ));

test.each(Object.entries({ all: tf.all, any: tf.any }))('%s of any shape over any axes', (_, op) =>
  fc.assert(
    fc.asyncProperty(cases(fc.constantFrom(0, 1, 1)), async ({ shape, axes, keepDims, values }) => {
      await same(() => op(tf.tensor(values, shape, 'bool'), axes, keepDims));
    }),
    { numRuns: 25 },
  ),
);

test('sums of int32 wrap around as those of the cpu backend', () =>
  fc.assert(
    fc.asyncProperty(cases(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), async ({ shape, axes, keepDims, values }) => {
      await same(() => tf.sum(tf.tensor(values, shape, 'int32'), axes, keepDims));
    }),
    { numRuns: 40 },
  ));

test.each(Object.entries({ argMax: tf.argMax, argMin: tf.argMin }))('%s finds the first of equals, and passes by NaN', (_, op) =>
  fc.assert(
    fc.asyncProperty(cases(floats), fc.nat(), async ({ shape, values }, choice) => {
      fc.pre(shape.length > 0);
      const coarse = values.map((value) => (Number.isFinite(value) ? Math.round(value / 4) : value));
      await same(() => op(tf.tensor(coarse, shape), choice % shape.length));
    }),
    { numRuns: 40 },
  ),
);

/** Long enough for several blocks: of rows, of columns, in the midst of other axes, and with a few columns left over. */
const long: [number[], number[]][] = [
  [[40000], [0]],
  [[3, 20001], [1]],
  [[1500, 19], [0]],
  [[2, 700, 3], [1]],
  [[20, 300, 7], [0, 2]],
  [[3, 5, 4, 700], [1, 3]],
];

test('long rows and columns: as the cpu backend, and the same with any number of threads', async () => {
  const run = () => long.flatMap(([shape, axes]) => {
    const wave = tf.sin(tf.range(0, sizeOf(shape), 1, 'float32'));
    const x = tf.reshape(tf.add(wave, 1), shape);
    return [tf.sum(x, axes), tf.mean(x, axes), tf.max(x, axes), tf.min(x, axes), tf.argMax(x, axes[0])];
  });
  const [one, ...more] = await runOnThreads(run);
  for (const result of more) expect(result).toEqual(one);
  expect(difference(one!, await runOn('cpu', run))).toBeLessThan(3e-7);
});

test('what reduces nothing shares the data', async () => {
  await startSimd({ threads: 1 });
  tf.tidy(() => {
    const x = tf.tensor([1, 2], [1, 2, 1]);
    const before = tf.memory().numDataBuffers;
    const outputs = [tf.sum(x, 0), tf.mean(x, []), tf.max(x, [0, 2], true)];
    expect(outputs.map(({ shape }) => shape)).toEqual([[2, 1], [1, 2, 1], [1, 2, 1]]);
    expect(tf.memory().numDataBuffers).toBe(before);
  });
});

test('of nothing: a sum is 0, a product 1', async () => {
  const run = () => [tf.sum(tf.zeros([0, 3]), 0), tf.prod(tf.zeros([2, 0]), 1), tf.sum(tf.zeros([0, 3]), 1)];
  expect(await runOn('simd', run)).toEqual({ shapes: [[3], [2], [0]], values: [[0, 0, 0], [1, 1], []] });
});

test('a sum of many equal numbers is right, where float32 would have lost a part of it', () => {
  tf.tidy(() => {
    const total = Math.fround(0.1) * 2e6;
    expect(tf.sum(tf.fill([2e6], 0.1)).dataSync()[0]).toBe(Math.fround(total));
    expect(tf.sum(tf.fill([1e6, 2], 0.1), 0).dataSync()).toEqual(new Float32Array(2).fill(Math.fround(total / 2)));
    expect(tf.mean(tf.fill([2e6], 0.1)).dataSync()[0]).toBe(Math.fround(0.1));
  });
});

test("a row's sum does not depend on the batch that it stands in", () => {
  tf.tidy(() => {
    const batch = tf.reshape(tf.sin(tf.range(0, 5 * 20001, 1, 'float32')), [5, 20001]);
    const alone = tf.slice(batch, [3, 0], [1, 20001]);
    expect(tf.sum(alone, 1).dataSync()[0]).toBe(tf.sum(batch, 1).dataSync()[3]);
    const columns = tf.reshape(batch, [5, 6667, 3]);
    expect(tf.sum(tf.slice(columns, [3, 0, 0], [1, 6667, 3]), 1).dataSync()).toEqual(tf.sum(columns, 1).dataSync().slice(9, 12));
  });
});
