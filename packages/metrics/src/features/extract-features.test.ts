import { Dataset } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Examples } from './examples.ts';
import { extractFeatures } from './extract-features.ts';
import type { Extractor } from './extractor.ts';
import { pixels } from './pixels.ts';

const count = 7;
const values = Float32Array.from({ length: count * 4 }, (_, i) => Math.fround(i / 30));
const squares = Float32Array.from(values, (value) => value * value);

/** Squares of the values, two ops that leave something to clean up if it is not. */
const squaring: Extractor = {
  name: 'squares',
  hash: 'ab'.repeat(32),
  preprocessing: 'squared',
  features: (x) => tf.tidy(() => tf.reshape(tf.square(x), [x.shape[0]!, -1])),
};

function toTensor(from = 0, to = count): tf.Tensor {
  return tf.tensor4d(values.slice(from * 4, to * 4), [to - from, 2, 2, 1]);
}

async function* slowly(tensors: Iterable<tf.Tensor>): AsyncGenerator<tf.Tensor> {
  for (const tensor of tensors) {
    await Promise.resolve();
    yield tensor;
  }
}

function* parts(): Generator<tf.Tensor> {
  yield toTensor(0, 3);
  yield toTensor(3, 4);
  yield toTensor(4, 7);
}

const kinds: Readonly<Record<string, () => Examples>> = {
  'a data set': () => Dataset.from({ values, shape: [2, 2, 1], domain: 'real', name: 'toy' }),
  'an iterable': parts,
  'an async iterable': () => slowly(parts()),
};

test.each(Object.entries(kinds))('%s: the same features for every batch size, and no tensor left', async (_, make) => {
  const before = tf.memory().numTensors;
  for (const batchSize of [1, 2, 7, 100]) {
    const features = await extractFeatures(make(), { extractor: squaring, batchSize });
    expect(features).toMatchObject({ length: count, width: 4 });
    expect(features.values).toEqual(squares);
  }
  expect(tf.memory().numTensors).toBe(before);
});

test('a tensor: the same, and it stays the caller\'s', async () => {
  const x = toTensor();
  const before = tf.memory().numTensors;
  for (const batchSize of [1, 3, 7, 100]) expect((await extractFeatures(x, { extractor: squaring, batchSize })).values).toEqual(squares);
  expect(tf.memory().numTensors).toBe(before);
  expect(await x.data()).toEqual(values);
  x.dispose();
});

test('features say where they come from', async () => {
  const origin = async (examples: Examples, options: object) => (await extractFeatures(examples, { extractor: squaring, ...options })).origin;
  const extractor = { name: 'squares', hash: 'ab'.repeat(32) };
  expect(await origin(kinds['a data set']!(), { split: 'test' })).toEqual({ data: 'toy', split: 'test', extractor, preprocessing: 'squared' });
  expect(await origin(kinds['a data set']!(), { data: 'mine' })).toEqual({ data: 'mine', extractor, preprocessing: 'squared' });
  expect(await origin(parts(), {})).toEqual({ extractor, preprocessing: 'squared' });
});

test('progress comes after every batch', async () => {
  const done: number[] = [];
  await extractFeatures(kinds['a data set']!(), { extractor: pixels(), batchSize: 3, onProgress: (n) => done.push(n) });
  expect(done).toEqual([3, 6, 7]);
});

test.each(Object.entries(kinds))('%s: an abort stops it, and leaves no tensor', async (_, make) => {
  const before = tf.memory().numTensors;
  const aborter = new AbortController();
  const done: number[] = [];
  const onProgress = (n: number) => { done.push(n); aborter.abort(new Error('enough')); };
  await expect(extractFeatures(make(), { extractor: squaring, batchSize: 3, signal: aborter.signal, onProgress })).rejects.toThrow('enough');
  expect(done).toEqual([3]);
  expect(tf.memory().numTensors).toBe(before);
});

test('aborted before it began: nothing is looked at', async () => {
  const tensors = [toTensor()];
  await expect(extractFeatures(tensors, { extractor: squaring, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  expect(tensors[0]!.isDisposed).toBe(false);
  tf.dispose(tensors);
});

test.each([
  ['that throws', () => { throw new Error('broken'); }, 'broken'],
  ['of a wrong rank', (x: tf.Tensor) => tf.clone(x), 'an extractor must give features of shape [3, width], got [3, 2, 2, 1]'],
  ['of a wrong count', (x: tf.Tensor) => tf.reshape(x, [-1, 2]), 'an extractor must give features of shape [3, width], got [6, 2]'],
  ['whose width changes', (x: tf.Tensor) => tf.ones([x.shape[0]!, x.shape[0]!]), 'an extractor must give features of shape [1, 3], got [1, 1]'],
])('an extractor %s is an error that leaves no tensor', async (_, features, message) => {
  const before = tf.memory().numTensors;
  const extractor = { ...squaring, features } as Extractor;
  await expect(extractFeatures(kinds['a data set']!(), { extractor, batchSize: 3 })).rejects.toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test.each([
  ['no example', [], {}, 'examples must hold at least one example, got none'],
  ['what is no set', 7, {}, 'examples must be a data set, a tensor or an iterable of tensors, got 7'],
  ['nothing', undefined, { data: 'x' }, 'examples must be a data set, a tensor or an iterable of tensors, got undefined'],
  ['half a batch', [], { batchSize: 0.5 }, 'batchSize must be an integer of at least 1, got 0.5'],
])('%s is refused', async (_, examples, options, message) => {
  await expect(extractFeatures(examples as Examples, { extractor: pixels(), ...options })).rejects.toThrow(message);
});
