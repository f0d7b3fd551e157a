import type { DataSpec } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { PixelCnn } from './pixel-cnn.ts';
import { chiSquareDeviations } from './testing/chi-square.ts';
import { allImages, countImages } from './testing/image-space.ts';
import { setRandomWeights } from './testing/set-weights.ts';

const spec: DataSpec = { shape: [2, 2, 1], domain: { levels: 3 } };
const tiny = { spec, filters: 4, blocks: 1, kernelSize: 3, hidden: 4 };

test('what is drawn is drawn given the pixels before it', async () => {
  const model = new PixelCnn(tiny);
  setRandomWeights(model);
  const count = 2000;
  const image = tf.tensor4d([0.5, 1, 0, 0], [1, 2, 2, 1]);
  const images = tf.tile(image, [count, 1, 1, 1]);
  const mask = tf.tensor2d([[1, 1], [0, 0]]); // the lower row is drawn
  const completed = await model.complete(images, mask, { seed: 1, batchSize: count });
  const all = allImages(spec);
  const begins = (await all.array() as number[][][][]).map(([top]) => top![0]![0] === 0.5 && top![1]![0] === 1);
  const joint = [...(await model.logProb(all).data())].map((logProb, i) => (begins[i] ? Math.exp(logProb) : 0));
  const total = joint.reduce((sum, p) => sum + p, 0);
  const counts = await countImages(completed, spec);
  expect(counts.filter((_, i) => !begins[i]).every((times) => times === 0)).toBe(true);
  expect(chiSquareDeviations(counts, joint.map((p) => (count * p) / total))).toBeLessThan(3.1);
  model.dispose();
});

test('a mask for each image, of any type; what lies in a hole is not read', async () => {
  const model = new PixelCnn(tiny);
  const images = tf.tensor4d([Number.NaN, 1, 0, 0.5, 0, 0, 0, Infinity], [2, 2, 2, 1]);
  const mask = tf.tensor3d([false, true, true, true, true, true, true, false], [2, 2, 2], 'bool');
  const completed = await (await model.complete(images, mask, { seed: 0 })).data();
  expect([...completed.subarray(1, 7)]).toEqual([1, 0, 0.5, 0, 0, 0]);
  expect([0, 0.5, 1]).toContain(completed[0]);
  expect([0, 0.5, 1]).toContain(completed[7]);
  model.dispose();
});

test.each([
  ['invalid-shape', 'images must be a tensor of shape [batch, 2, 2, 1]', [2, 3, 2, 1], [2, 2], 0, 1],
  ['invalid-shape', 'mask must be of shape [2, 2] or [3, 2, 2], got [2, 2, 2]', [3, 2, 2, 1], [2, 2, 2], 0, 1],
  ['invalid-value', 'mask must be 1 where a pixel stays and 0 where it is drawn, got 0.5', [3, 2, 2, 1], [2, 2], 0, 0.5],
  ['invalid-value', 'pixels that stay must be one of 3 even steps from 0 to 1, as the model\'s images are, got 0.25', [3, 2, 2, 1], [2, 2], 0.25, 1],
  ['invalid-value', 'got NaN', [3, 2, 2, 1], [2, 2], Number.NaN, 1],
  ['invalid-value', 'got 1.5', [3, 2, 2, 1], [2, 2], 1.5, 1],
])('%s: %s', async (code, message, shape, maskShape, value, mark) => {
  const model = new PixelCnn(tiny);
  const completing = model.complete(tf.fill(shape, value), tf.fill(maskShape, mark), { seed: 0 });
  await expect(completing).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  model.dispose();
});

test('a condition of another number of images is refused', async () => {
  const model = new PixelCnn({ ...tiny, classes: 2 });
  const completing = model.complete(tf.zeros([3, 2, 2, 1]), tf.zeros([2, 2]), { seed: 0, condition: { labels: [0, 1, 1, 0] } });
  await expect(completing).rejects.toThrow('[genmodels/invalid-shape] condition.labels must be of 3 examples, one after another, got 4');
  model.dispose();
});
