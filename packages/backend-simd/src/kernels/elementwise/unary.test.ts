import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

type Unary = (x: tf.Tensor) => tf.Tensor;

beforeAll(() => startSimd({ threads: 2 }));

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const special = [0, -0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2.5, -2.5, 5.9, 6, 6.1, 1e-45, -1e-45, 8388609, -8388609, 3e38, -3e38, nan, infinity, -infinity];
const tensor = () => tf.tensor1d([...special, ...Array.from({ length: 300 }, (_, index) => Math.sin(index) * 8)]);

const operations: Record<string, Unary> = {
  abs: tf.abs, ceil: tf.ceil, floor: tf.floor, negative: tf.neg, reciprocal: tf.reciprocal, relu: tf.relu, relu6: tf.relu6,
  sign: tf.sign, sqrt: tf.sqrt, square: tf.square,
  clip: (x) => tf.clipByValue(x, -1.5, 2),
  leakyRelu: (x) => tf.leakyRelu(x, 0.25),
  step: (x) => tf.step(x, 0.5),
  isFinite: tf.isFinite, isInfinite: tf.isInf, isNan: tf.isNaN,
  not: (x) => tf.logicalNot(tf.isNaN(x)),
};

test.each(Object.entries(operations))('%s is that of the cpu backend, to the bit', async (_, operation) => {
  expect(await runOn('simd', () => operation(tensor()))).toEqual(await runOn('cpu', () => operation(tensor())));
});

test('halves are rounded to even, as by the cpu backend; the sign of a zero that comes out may differ', async () => {
  const round = () => tf.add(tf.round(tensor()), 0);
  expect(await runOn('simd', round)).toEqual(await runOn('cpu', round));
});

test('rsqrt is rounded twice, and otherwise that of the cpu backend', async () => {
  const [actual, expected] = [await runOn('simd', () => tf.rsqrt(tensor())), await runOn('cpu', () => tf.rsqrt(tensor()))];
  const errors = actual.values[0]!.map((value, index) => Math.abs(value / expected.values[0]![index]! - 1));
  expect(Math.max(...errors.filter(Number.isFinite))).toBeLessThan(1.5 * 2 ** -23);
  expect(actual.values[0]!.map(Number.isFinite)).toEqual(expected.values[0]!.map(Number.isFinite));
});

test('integers are left to the cpu backend', async () => {
  const operation = () => [tf.abs(tf.tensor1d([-3, 4], 'int32')), tf.relu(tf.tensor1d([-3, 4], 'int32')), tf.neg(tf.tensor1d([-3, 4], 'int32'))];
  expect((await runOn('simd', operation)).values).toEqual([[3, 4], [0, 4], [3, -4]]);
});

test('tensors without numbers, of one number and of rank 6 keep their shapes', async () => {
  const operation = () => [tf.exp(tf.zeros([0, 3])), tf.tanh(tf.scalar(0)), tf.relu(tf.ones([1, 2, 1, 3, 2, 1])), tf.isNaN(tf.zeros([2, 0]))];
  expect((await runOn('simd', operation)).shapes).toEqual([[0, 3], [], [1, 2, 1, 3, 2, 1], [2, 0]]);
});
