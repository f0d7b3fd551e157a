import { createRng, type DataSpec, load, toBytes } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { PixelCnn } from '../pixel-cnn.ts';
import { headerBytes } from './header.ts';

const spec: DataSpec = { shape: [4, 5, 1], domain: 'binary' };
const sizes = { spec, filters: 4, blocks: 1, kernelSize: 3, hidden: 4, seed: 1 };
const images = () => tf.tidy(() => tf.round(createRng(5).uniform<tf.Rank.R4>([6, ...spec.shape] as [number, number, number, number])));
const map = () => createRng(6).normal<tf.Rank.R4>([6, 4, 5, 2]);
const labels = [0, 2, 1, 1, 0, 2];

const conditions = [
  ['no condition', {}, () => ({})],
  ['classes', { classes: 3 }, () => ({ condition: { labels } })],
  ['a map', { mapChannels: 2 }, () => ({ condition: { map: map() } })],
  ['both', { classes: 3, mapChannels: 2 }, () => ({ condition: { labels, map: map() } })],
] as const;

test.each(conditions)('%s: the same bytes on every backend, and from a loaded model', async (_, more, given) => {
  const model = new PixelCnn({ ...sizes, ...more });
  const [x, options] = [images(), given()];
  const bytes = await model.compress(x, options);
  const file = await toBytes(model);
  await tf.setBackend('cpu');
  try {
    const copy = await load(file, [PixelCnn]);
    expect(await copy.compress(x, options)).toEqual(bytes);
    const back = await copy.decompress(bytes, options);
    expect(await back.data()).toEqual(await x.data());
    back.dispose();
    copy.dispose();
  } finally {
    await tf.setBackend('simd');
  }
  tf.dispose([x, options]);
  model.dispose();
});

test.each(conditions)('%s: the length is that of log p(x)', async (_, more, given) => {
  const model = new PixelCnn({ ...sizes, ...more });
  const [x, options] = [images(), given()];
  const { labels, map } = { labels: undefined, map: undefined, ...(options as { condition?: { labels?: number[]; map?: tf.Tensor4D } }).condition };
  const bits = tf.tidy(() => {
    const logProb = model.logProb(x, { ...(labels && { labels: tf.tensor1d(labels, 'int32') }), ...(map && { map }) });
    return -tf.sum(logProb).dataSync()[0]! / Math.LN2;
  });
  const bytes = await model.compress(x, options);
  expect(Math.abs(8 * (bytes.length - headerBytes) - bits)).toBeLessThan(0.005 * bits + 64);
  tf.dispose([x, options]);
  model.dispose();
});

test('an image takes the same bits in every batch', async () => {
  const model = new PixelCnn({ ...sizes, classes: 3 });
  const x = images();
  for (const batchSize of [1, 4, 64]) {
    const back = await model.decompress(await model.compress(x, { batchSize, condition: { labels } }), { condition: { labels } });
    expect(await back.data()).toEqual(await x.data());
    back.dispose();
  }
  const single = await model.compress(x, { batchSize: 1, condition: { labels } });
  expect(single.length - (await model.compress(x, { condition: { labels } })).length).toBeLessThanOrEqual(1);
  x.dispose();
  model.dispose();
});

test.each([
  ['labels that differ', { labels: [0, 2, 1, 1, 0, 1] }, 'incompatible-file', 'the condition must have the fingerprint'],
  ['no labels', {}, 'invalid-shape', 'labels must be int32 [6]'],
  ['labels for others', { labels: [0, 1] }, 'invalid-shape', 'labels must be int32 [6]'],
  ['labels beyond the classes', { labels: [0, 2, 1, 1, 0, 3] }, 'invalid-value', 'labels must be integers from 0 to 2, got 3'],
])('%s: an error', async (_, condition, code, message) => {
  const model = new PixelCnn({ ...sizes, classes: 3 });
  const x = images();
  const bytes = await model.compress(x, { condition: { labels } });
  await expect(model.decompress(bytes, { condition })).rejects.toThrow(`[genmodels/${code}] ${message}`);
  x.dispose();
  model.dispose();
});
