import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { SimdBackend } from './backend.ts';
import { startSimd } from './testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const inWasm = () => (tf.backend() as SimdBackend).machine.heap.bytesInUse;

test('a tensor does not see what becomes of the array that it was made of', async () => {
  const values = Float32Array.of(1, 2, 3);
  const x = tf.tensor1d(values);
  values.fill(9);
  expect(Array.from(await x.data())).toEqual([1, 2, 3]);
  x.dispose();
});

test('what was read stays as it was when the memory of its tensor is used again', async () => {
  const x = tf.fill([1000], 7);
  const read = await x.data();
  x.dispose();
  const y = tf.fill([1000], 8);
  expect(new Set(read)).toEqual(new Set([7]));
  expect(read.buffer).toBeInstanceOf(ArrayBuffer);
  y.dispose();
});

test('a part of a tensor outlives it, also where a kernel of the cpu backend cut it out', async () => {
  const whole = tf.tensor1d(Array.from({ length: 256 }, (_, index) => index));
  const parts = [tf.slice(whole, 64, 64), tf.reverse(whole), ...tf.split(whole, 4)];
  whole.dispose();
  const others = [tf.fill([256], -1), tf.fill([64], -1)];
  expect((await parts[0]!.data())[0]).toBe(64);
  expect((await parts[1]!.data())[0]).toBe(255);
  expect((await parts[4]!.data())[63]).toBe(191);
  tf.dispose([...parts, ...others]);
});

test('every type that tfjs has survives', async () => {
  const tensors = [tf.tensor1d([1.5]), tf.tensor1d([3], 'int32'), tf.tensor1d([true], 'bool'), tf.tensor1d(['text']), tf.complex([1], [2])];
  const read = await Promise.all(tensors.map((tensor) => tensor.data()));
  expect(read.map((values) => Array.from(values as Float32Array))).toEqual([[1.5], [3], [1], ['text'], [1, 2]]);
  tf.dispose(tensors);
});

test('a tensor moves from the cpu backend and back', async () => {
  await tf.setBackend('cpu');
  const x = tf.tensor1d([1, 2]);
  await tf.setBackend('simd');
  const y = tf.add(x, x);
  await tf.setBackend('cpu');
  const z = tf.add(y, y);
  expect(Array.from(await z.data())).toEqual([4, 8]);
  tf.dispose([x, y, z]);
  await tf.setBackend('simd');
});

test('ten thousand steps of changing batch sizes leave the memory as it was', () => {
  const weights = tf.variable(tf.fill([24, 12], 0.1));
  const step = (batch: number) =>
    tf.tidy(() => {
      const hidden = tf.tanh(tf.matMul(tf.fill([batch, 24], 0.5), weights));
      weights.assign(tf.sub(weights, tf.mul(tf.matMul(tf.fill([24, batch], 0.01), hidden), 0.1)) as tf.Tensor2D);
    });
  for (let batch = 1; batch <= 64; batch++) step(batch);
  const before = { inUse: inWasm(), memory: tf.memory() };
  for (let index = 0; index < 10_000; index++) step(1 + ((index * 29) % 64));
  expect(inWasm()).toBe(before.inUse);
  expect(tf.memory()).toEqual(before.memory);
  weights.dispose();
});
