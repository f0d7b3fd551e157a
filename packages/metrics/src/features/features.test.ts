import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { checkAlike } from './check-alike.ts';
import { extractFeatures } from './extract-features.ts';
import { type FeaturesLike, sampleSetOf, toFeatures } from './features.ts';
import { pixels } from './pixels.ts';

const bare = { values: Float32Array.of(1, 2, 3, 4, 5, 6), width: 3 };

test('bare numbers, float64 ones and tensors become features of unknown origin', async () => {
  const tensor = tf.tensor2d(bare.values, [2, 3]);
  const before = tf.memory().numTensors;
  const origin = { extractor: { name: 'given values' }, preprocessing: 'none' };
  expect(await toFeatures(bare, 'generated')).toEqual({ ...bare, length: 2, origin });
  expect(await toFeatures({ ...bare, values: Float64Array.from(bare.values) }, 'generated')).toMatchObject({ length: 2, values: Float64Array.from(bare.values) });
  expect(await toFeatures(tensor, 'generated')).toEqual({ ...bare, length: 2, origin });
  expect(tf.memory().numTensors).toBe(before);
  tensor.dispose();
});

test('the numbers of a tensor are copied, so that it may be disposed', async () => {
  const tensor = tf.tensor2d(bare.values, [2, 3]);
  const { values } = await toFeatures(tensor, 'generated');
  tensor.dispose();
  values[0] = 9;
  expect(bare.values[0]).toBe(1);
});

test('features keep their origin, which names the set in a score', async () => {
  const tensor = tf.tensor2d(bare.values, [2, 3]);
  const features = await extractFeatures(tensor, { extractor: pixels(), data: 'toy', split: 'test' });
  expect(await toFeatures(features, 'reference')).toEqual(features);
  expect(sampleSetOf(features)).toEqual({ data: 'toy', split: 'test', count: 2 });
  expect(sampleSetOf(await toFeatures(bare, 'reference'))).toEqual({ count: 2 });
  tensor.dispose();
});

test.each([
  ['half a row', { ...bare, width: 4 }, 'invalid-shape', 'reference must be { values, width } with a whole number of rows, got 6 values of width 4'],
  ['no row', { ...bare, values: new Float32Array() }, 'invalid-shape', 'got 0 values of width 3'],
  ['no width', { values: bare.values }, 'invalid-shape', 'got 6 values of width undefined'],
  ['a plain list', { values: [1, 2, 3], width: 3 }, 'invalid-shape', 'reference must be { values, width }'],
  ['nothing', undefined, 'invalid-shape', 'got undefined values of width undefined'],
  ['NaN', { ...bare, values: Float32Array.of(1, 2, 3, 4, Number.NaN, 6) }, 'invalid-value', 'reference must be finite, got NaN in row 1'],
  ['infinities', { ...bare, values: Float64Array.of(1, 2, -Infinity) }, 'invalid-value', 'reference must be finite, got -Infinity in row 0'],
])('%s is refused', async (_, given, code, message) => {
  const refused = toFeatures(given as unknown as FeaturesLike, 'reference');
  await expect(refused).rejects.toMatchObject({ code });
  await expect(refused).rejects.toThrow(message);
});

test.each([[[4]], [[1, 2, 2]], [[0, 3]], [[3, 0]]])('a tensor of shape %j is refused', async (shape) => {
  const tensor = tf.zeros(shape);
  await expect(toFeatures(tensor as tf.Tensor2D, 'reference')).rejects.toThrow(/reference must be features of shape \[examples, width\], got \[.*\]: take them with extractFeatures/);
  tensor.dispose();
});

test('features of other kinds are not alike, and the reason is said', async () => {
  const features = await toFeatures(bare, 'reference');
  const changed = (changes: object) => ({ ...features, origin: { ...features.origin, ...changes } });
  checkAlike(features, changed({ data: 'other' }));
  expect(() => checkAlike(features, { ...features, width: 2 })).toThrow('[genmodels/not-comparable] reference and generated must have features of one kind, got 3 features of given values, preprocessing none and 2 features');
  expect(() => checkAlike(features, changed({ extractor: { name: 'given values', hash: 'abcdef0123' } }))).toThrow('given values, preprocessing none and 3 features of given values (abcdef01), preprocessing none');
  expect(() => checkAlike(features, changed({ preprocessing: 'resized' }), 'train and test')).toThrow('train and test must have');
});
