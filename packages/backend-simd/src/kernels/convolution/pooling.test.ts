import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd());

const small = fc.integer({ min: 1, max: 3 });
const edge = fc.nat(1);
const poolings = fc.record({
  shape: fc.tuple(small, fc.integer({ min: 4, max: 9 }), fc.integer({ min: 4, max: 9 }), fc.integer({ min: 1, max: 21 })),
  filterSize: fc.tuple(small, small),
  strides: fc.tuple(small, small),
  pad: fc.oneof(
    fc.constantFrom('same', 'valid'),
    fc.tuple(edge, edge, edge, edge).map(([a, b, c, d]) => [
      [0, 0],
      [a, b],
      [c, d],
      [0, 0],
    ]),
  ),
});

type Pooling = { shape: number[]; filterSize: number[]; strides: number[]; pad: unknown };

const forEach = <T>(drawings: fc.Arbitrary<T>, check: (drawing: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(drawings, check), { numRuns: 25 });

function run(kernel: string, inputs: tf.NamedTensorMap, { filterSize, strides, pad }: Pooling): tf.Tensor {
  const attributes = { filterSize, strides, pad, dimRoundingMode: 'floor' };
  return tf.engine().runKernel(kernel, inputs, attributes as never) as tf.Tensor;
}

/** Numbers without a pattern, all below zero; in a coarse grid many of them are equal. */
function mixed(shape: number[], steps: number, seed = 1): tf.Tensor {
  const values = Array.from(
    { length: shape.reduce((size, extent) => size * extent, 1) },
    (_, index) => Math.sin(seed + index * 12.9) - 2,
  );
  return tf.tensor(
    values.map((value) => Math.round(value * steps) / steps),
    shape,
  );
}

test('maxPool and its gradient, with ties', () =>
  forEach(fc.tuple(poolings, fc.constantFrom(2, 1e6)), async ([pooling, steps]) => {
    const ops = () => {
      const input = mixed(pooling.shape, steps);
      const output = run('MaxPool', { x: input }, pooling);
      return [output, run('MaxPoolGrad', { dy: mixed(output.shape, 1e6, 2), input, output }, pooling)];
    };
    expect(difference(await runOn('simd', ops), await runOn('cpu', ops))).toBeLessThan(1e-6);
  }));

test('maxPool passes over NaN, and its gradient is lost where there is nothing else', async () => {
  const ops = () => {
    const { NaN: nan, POSITIVE_INFINITY: top, NEGATIVE_INFINITY: bottom } = Number;
    const input = tf.tensor(
      [nan, -1, -3, nan, nan, nan, nan, nan, bottom, bottom, bottom, nan, bottom, -5, top, 0],
      [4, 2, 2, 1],
    );
    const pooling = { shape: input.shape, filterSize: [2, 2], strides: [2, 2], pad: 'valid' };
    const output = run('MaxPool', { x: tf.tile(input, [1, 1, 1, 5]) }, pooling);
    return [output, run('MaxPoolGrad', { dy: tf.ones(output.shape), input: tf.tile(input, [1, 1, 1, 5]), output }, pooling)];
  };
  const simd = await runOn('simd', ops);
  expect(simd).toEqual(await runOn('cpu', ops));
  expect(simd.values[0]!.filter((_, index) => index % 5 === 0)).toEqual([
    -1,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
});

test('avgPool', () =>
  forEach(poolings, async (pooling) => {
    const ops = () => run('AvgPool', { x: mixed(pooling.shape, 1e6) }, pooling);
    expect(difference(await runOn('simd', ops), await runOn('cpu', ops))).toBeLessThan(1e-6);
  }));

test('AvgPoolGrad is the adjoint: dy times what avgPool makes of each unit image', () =>
  forEach(poolings, async (pooling) => {
    const [batch, height, width, channels] = pooling.shape;
    const output = (await runOn('cpu', () => run('AvgPool', { x: mixed(pooling.shape, 1) }, pooling))).shapes[0]!;
    fc.pre(noWindowIsEmpty(pooling, output));
    const simd = await runOn('simd', () =>
      run('AvgPoolGrad', { dy: mixed(output, 1e6), input: mixed(pooling.shape, 1) }, pooling),
    );
    const oracle = await runOn('cpu', () => {
      const units = tf.reshape(tf.eye(height * width), [height * width, height, width, 1]);
      const matrix = tf.reshape(run('AvgPool', { x: units }, pooling), [1, height * width, -1]);
      return tf.reshape(
        tf.matMul(tf.tile(matrix, [batch, 1, 1]), tf.reshape(mixed(output, 1e6), [batch, -1, channels])),
        pooling.shape,
      );
    });
    expect(difference(simd, oracle)).toBeLessThan(1e-6);
  }));

/** The mean of nothing is NaN, and has no gradient. */
function noWindowIsEmpty({ shape, filterSize, strides, pad }: Pooling, output: number[]): boolean {
  if (!Array.isArray(pad)) return true;
  return [0, 1].every((axis) => {
    const [before] = pad[axis + 1];
    const last = (output[axis + 1]! - 1) * strides[axis]! - before;
    return filterSize[axis]! > before && last < shape[axis + 1]!;
  });
}

test('AvgPoolGrad x=[3,3,1] f=[3,3] s=1 p=explicit', async () => {
  const { values } = await runOn('simd', () => {
    const pooling = {
      shape: [1, 3, 3, 1],
      filterSize: [3, 3],
      strides: [1, 1],
      pad: [
        [0, 0],
        [1, 2],
        [1, 1],
        [0, 0],
      ],
    };
    const dy = run('AvgPool', { x: tf.ones(pooling.shape) }, pooling);
    return [dy, run('AvgPoolGrad', { dy, input: tf.ones(pooling.shape) }, pooling)];
  });
  const total = (list: number[]) => list.reduce((sum, value) => sum + value, 0);
  expect(total(values[1]!)).toBeCloseTo(total(values[0]!), 5); // all that comes in goes out
});

test('threads change nothing', async () => {
  const [one, ...more] = await runOnThreads(() =>
    [2, 3].flatMap((size) => {
      const input = mixed([2, 60, 33, 21], 3);
      const pooling = { shape: input.shape, filterSize: [size, size], strides: [2, 2], pad: 'same' };
      const outputs = ['AvgPool', 'MaxPool'].map((kernel) => run(kernel, { x: input }, pooling));
      return [
        ...outputs,
        ...['AvgPoolGrad', 'MaxPoolGrad'].map((kernel, index) =>
          run(kernel, { dy: outputs[0]!, input, output: outputs[index]! }, pooling),
        ),
      ];
    }),
  );
  for (const other of more) expect(other).toEqual(one);
});
