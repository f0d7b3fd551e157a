import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { uniformNumbers } from '../testing/uniform-numbers.ts';
import { extractFeatures } from './extract-features.ts';
import { extractMoments } from './extract-moments.ts';
import { pixels } from './pixels.ts';

const examples = (rows = 30) => tf.tensor4d(Float32Array.from(uniformNumbers(1, rows, 8).values), [rows, 2, 2, 2]);

test('the moments of the features, whatever the batches; no tensor is left', async () => {
  const x = examples();
  const before = tf.memory().numTensors;
  const done: number[] = [];
  const moments = await extractMoments(x, { extractor: pixels(), data: 'noise', split: 'test', batchSize: 7, onProgress: (n) => done.push(n) });
  const features = await extractFeatures(x, { extractor: pixels(), data: 'noise', split: 'test' });
  expect(tf.memory().numTensors).toBe(before);
  expect(done).toEqual([7, 14, 21, 28, 30]);
  expect(moments).toMatchObject({ length: 30, width: 8, origin: features.origin });
  const fourth = Array.from(features.values).filter((_, at) => at % 8 === 3);
  const mean = fourth.reduce((sum, value) => sum + value / 30, 0);
  const variance = fourth.reduce((sum, value) => sum + (value - mean) ** 2 / 29, 0);
  expect(moments.mean[3]).toBeCloseTo(mean, 14);
  expect(moments.covariance.values[3 * 8 + 3]).toBeCloseTo(variance, 14);
  tf.dispose(x);
});

test('bad input and an abort leave no tensor behind', async () => {
  const before = tf.memory().numTensors;
  const one = examples(1);
  await expect(extractMoments(one, { extractor: pixels() })).rejects.toThrow('at least two examples, got 1');
  const broken = tf.tensor2d([1, 2, Number.NaN, 4], [2, 2]);
  await expect(extractMoments(broken, { extractor: pixels() })).rejects.toThrow('[genmodels/invalid-value] the mean of examples must be finite');
  await expect(extractMoments([], { extractor: pixels() })).rejects.toThrow('examples must hold at least one example, got none');
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(extractMoments(one, { extractor: pixels(), signal })).rejects.toThrow('enough');
  tf.dispose([one, broken]);
  expect(tf.memory().numTensors).toBe(before);
});
