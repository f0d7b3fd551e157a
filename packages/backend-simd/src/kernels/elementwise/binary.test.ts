import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { difference, runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

beforeAll(() => startSimd({ threads: 2 }));

/** Numbers of few digits, so that some are equal, and all that is special. */
function numbers(shape: number[], seed: number): tf.Tensor {
  const special = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const value = (index: number) => special[Math.floor(Math.abs(Math.sin(index * 78.233 + seed)) * 60)] ?? Math.round(Math.sin(index + seed) * 20) / 4;
  return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, index) => value(index)), shape);
}

/** Two shapes that go together: dimensions that both have, or that one repeats, or that one lacks altogether. */
const shapes = fc
  .array(fc.record({ size: fc.integer({ min: 1, max: 7 }), owner: fc.constantFrom('both', 'both', 'a', 'b') }), { maxLength: 6 })
  .chain((dimensions) => {
    const of = (one: string) => dimensions.map(({ size, owner }) => (owner === 'both' || owner === one ? size : 1));
    return fc.record({ a: fc.constant(of('a')), b: fc.constant(of('b')), cut: fc.constantFrom('a', 'b', 'none') });
  })
  .map(({ a, b, cut }) => ({ a: cut === 'a' ? withoutLeadingOnes(a) : a, b: cut === 'b' ? withoutLeadingOnes(b) : b }));

function withoutLeadingOnes(shape: number[]): number[] {
  const first = shape.findIndex((size) => size !== 1);
  return first < 0 ? [] : shape.slice(first);
}

const exact: Record<string, Binary> = {
  add: tf.add, div: tf.div, maximum: tf.maximum, minimum: tf.minimum, mul: tf.mul, prelu: tf.prelu, sub: tf.sub,
  equal: tf.equal, greater: tf.greater, greaterEqual: tf.greaterEqual, less: tf.less, lessEqual: tf.lessEqual, notEqual: tf.notEqual,
};

test.each(Object.entries(exact))('%s broadcasts, and is that of the cpu backend to the bit', async (_, operation) => {
  await fc.assert(
    fc.asyncProperty(shapes, async ({ a, b }) => {
      const run = () => operation(numbers(a, 1), numbers(b, 2));
      expect(await runOn('simd', run)).toEqual(await runOn('cpu', run));
    }),
    { numRuns: 25 },
  );
});

test('squaredDifference and the gradient of elu are rounded twice, and otherwise those of the cpu backend', async () => {
  await fc.assert(
    fc.asyncProperty(shapes, async ({ a, b }) => {
      const run = () => tf.squaredDifference(numbers(a, 1), numbers(b, 2));
      expect(difference(await runOn('simd', run), await runOn('cpu', run))).toBeLessThan(1e-7);
    }),
    { numRuns: 25 },
  );
  const gradient = () => tf.engine().runKernel('EluGrad', { dy: numbers([50], 1), y: numbers([50], 2) }) as tf.Tensor;
  expect(difference(await runOn('simd', gradient), await runOn('cpu', gradient))).toBeLessThan(1e-7);
});

test('rows that no vector fills, in more than one chunk', async () => {
  const run = () => [
    tf.add(numbers([3, 17, 1001], 1), numbers([17, 1], 2)),
    tf.sub(numbers([1001], 1), numbers([51, 1], 2)),
    tf.greater(numbers([9, 5001], 1), numbers([5001], 2)),
  ];
  expect(await runOn('simd', run)).toEqual(await runOn('cpu', run));
});

test('integers and complex numbers are left to the cpu backend', async () => {
  const integers = () => tf.tensor1d([7, -2], 'int32');
  const run = () => [tf.add(integers(), integers()), tf.maximum(integers(), 0), tf.equal(integers(), 7), tf.real(tf.mul(tf.complex([1], [2]), tf.complex([3], [4])))];
  expect((await runOn('simd', run)).values).toEqual([[14, -4], [7, 0], [1, 0], [-5]]);
});

test('shapes that do not go together are refused as by tfjs', async () => {
  await tf.setBackend('simd');
  expect(() => tf.add(tf.ones([2, 3]), tf.ones([2]))).toThrow('Operands could not be broadcast together with shapes 2,3 and 2.');
});

test('nothing is written beyond the result', async () => {
  await startSimd({ threads: 1 });
  const pieces = Array.from({ length: 40 }, () => tf.ones([80])); // 320 bytes: full cache lines
  tf.dispose(pieces.filter((_, index) => index % 2 === 1));
  const results = Array.from({ length: 10 }, () => [tf.add(tf.fill([16, 5], 2), tf.fill([16, 1], 3)), tf.greater(tf.fill([64, 5], 2), tf.fill([5], 1))]).flat();
  for (const piece of pieces.filter((_, index) => index % 2 === 0)) expect(Array.from(piece.dataSync())).toEqual(Array(80).fill(1));
  for (const result of results) expect(new Set(result.dataSync())).toEqual(new Set([result.dtype === 'bool' ? 1 : 5]));
});
