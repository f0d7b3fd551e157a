import * as tf from '@tensorflow/tfjs-core';
import { expect, expectTypeOf, test } from 'vitest';
import { readBatch } from '../../testing/read-batch.ts';
import { Dataset } from '../dataset.ts';
import type { AnnotatedExample } from './iterable.ts';

const levels = { levels: 256 } as const;

/** All values of a data set. */
async function valuesOf(data: Dataset): Promise<number[]> {
  return (await readBatch({ x: data.examples(Array.from({ length: data.length }, (_, i) => i)) })).x;
}

async function* pairs(): AsyncGenerator<AnnotatedExample> {
  const values = new Float32Array(2); // the same array for every example
  for (let i = 0; i < 3; i++) {
    values.set([i, -i]);
    yield { values, label: i, attributes: { age: 10 * i } };
  }
}

test('typed arrays give a data set at once, all else a promise of one', async () => {
  const now = Dataset.from({ values: new Float32Array(2), shape: [1], domain: 'unit' });
  const later = Dataset.from({ values: new Blob([new Uint8Array(2)]), shape: [1], domain: 'binary' });
  expectTypeOf(now).toEqualTypeOf<Dataset>();
  expectTypeOf(later).toEqualTypeOf<Promise<Dataset>>();
  expect(now.length).toBe(2);
  expect((await later).length).toBe(2);
});

test('tensors say their shape, keep alive, and may change afterwards', async () => {
  const values = tf.variable(tf.tensor4d([0, 0.5, 1, 0.25], [2, 2, 1, 1]));
  const labels = tf.tensor1d([1, 0], 'int32');
  const data = await Dataset.from({ values, labels, domain: 'unit', name: 'mine' });
  values.assign(tf.zerosLike(values));
  expect(data.spec).toEqual({ shape: [2, 1, 1], domain: 'unit' });
  expect(await valuesOf(data)).toEqual([0, 0.5, 1, 0.25]);
  expect(data.labels).toEqual(Int32Array.of(1, 0));
  expect([values.isDisposed, labels.isDisposed]).toEqual([false, false]);
  tf.dispose([values, labels]);
});

test('whole numbers in a tensor number the steps of their domain, or are real', async () => {
  const bytes = tf.tensor2d([0, 255, 51, 0], [2, 2], 'int32');
  const bits = tf.tensor2d([true, false], [2, 1], 'bool');
  const large = tf.tensor2d([256, 0], [2, 1], 'int32');
  expect(await valuesOf(await Dataset.from({ values: bytes, domain: levels }))).toEqual([0, 1, Math.fround(0.2), 0]);
  expect(await valuesOf(await Dataset.from({ values: bits, domain: 'binary' }))).toEqual([1, 0]);
  expect(await valuesOf(await Dataset.from({ values: large, domain: 'real' }))).toEqual([256, 0]);
  await expect(Dataset.from({ values: large, domain: levels })).rejects.toThrow('from 0 to 255, got 256 at index 0');
  tf.dispose([bytes, bits, large]);
});

test('a scalar holds no examples', async () => {
  const scalar = tf.scalar(1);
  await expect(Dataset.from({ values: scalar, domain: 'unit' })).rejects.toThrow('[genmodels/invalid-config] spec.shape');
  scalar.dispose();
});

test('a file holds bytes or float32', async () => {
  const bytes = new Blob([Uint8Array.of(0, 255), Uint8Array.of(51)]);
  expect(await valuesOf(await Dataset.from({ values: bytes, shape: [1], domain: levels, labels: [0, 1, 1] }))).toEqual([0, 1, Math.fround(0.2)]);
  const floats = new Blob([Float32Array.of(-1, 2.5)]);
  expect(await valuesOf(await Dataset.from({ values: floats, dtype: 'float32', shape: [2], domain: 'real' }))).toEqual([-1, 2.5]);
  await expect(Dataset.from({ values: bytes, dtype: 'float32', shape: [1], domain: 'real' })).rejects.toThrow('a multiple of 4 bytes, got 3');
  await expect(Dataset.from({ values: bytes, dtype: 'int8' as 'uint8', shape: [1], domain: 'real' })).rejects.toThrow('dtype must be');
});

test('an iterable is gathered with its labels and attributes, though it uses its array again', async () => {
  const data = await Dataset.from({ values: pairs(), shape: [2], domain: 'real', classNames: ['a', 'b', 'c'] });
  expect(await valuesOf(data)).toEqual([0, -0, 1, -1, 2, -2]);
  expect(data.labels).toEqual(Int32Array.of(0, 1, 2));
  expect(data.attributes).toEqual({ age: Float32Array.of(0, 10, 20) });
  expect(data.classNames).toEqual(['a', 'b', 'c']);
});

test('a list of bytes is an iterable too', async () => {
  const data = await Dataset.from({ values: [{ values: Uint8Array.of(0, 3) }, { values: Uint8Array.of(1, 2) }], shape: [2], domain: { levels: 4 } });
  expect(await valuesOf(data)).toEqual([0, 1, 1 / 3, 2 / 3].map(Math.fround));
  expect([data.labels, data.attributes]).toEqual([undefined, undefined]);
});

test.each([
  [[], 'values must give at least one example, got none'],
  [[{ values: Float32Array.of(0, 1) }, { values: Float32Array.of(0) }], '[genmodels/invalid-shape] examples[1].values must hold the 2 numbers of the shape [2], got 1'],
  [[{ values: Float32Array.of(0, 2) }], '[genmodels/invalid-value] examples[0].values[1] must be a number from 0 to 1'],
  [[{ values: Uint8Array.of(0, 1) }], "[genmodels/invalid-argument] Uint8Array values need the domain 'binary' or at most 256 levels"],
  [[{ values: [0, 1] as unknown as Float32Array }], 'examples[0].values must be a Float32Array or a Uint8Array, got [0, 1]'],
  [[{ values: Float32Array.of(0, 1), label: 0.5 }], 'examples[0].label must be an integer from 0, got 0.5'],
  [[{ values: Float32Array.of(0, 1), label: 1 }, { values: Float32Array.of(0, 1) }], 'examples[1] must have a label, as those before it'],
  [[{ values: Float32Array.of(0, 1) }, { values: Float32Array.of(0, 1), label: 1 }], 'examples[1] must have no label, as those before it'],
  [
    [{ values: Float32Array.of(0, 1), attributes: { age: 1 } }, { values: Float32Array.of(0, 1), attributes: { size: 1 } }],
    'examples[1].attributes must have the names ["age"], as those before it, got ["size"]',
  ],
] as [AnnotatedExample[], string][])('refuses examples %#', async (values, message) => {
  await expect(Dataset.from({ values, shape: [2], domain: 'unit' })).rejects.toThrow(message);
});

test('refuses bytes and floats in one data set', async () => {
  const values = [{ values: Uint8Array.of(1) }, { values: Float32Array.of(1) }];
  await expect(Dataset.from({ values, shape: [1], domain: levels })).rejects.toThrow('examples[1].values must be a Uint8Array');
});

test('closes an iterable that it refuses', async () => {
  let closed = false;
  async function* endless() {
    try {
      for (;;) yield { values: Float32Array.of(2) };
    } finally {
      closed = true;
    }
  }
  await expect(Dataset.from({ values: endless(), shape: [1], domain: 'unit' })).rejects.toThrow('examples[0].values[0]');
  expect(closed).toBe(true);
});
