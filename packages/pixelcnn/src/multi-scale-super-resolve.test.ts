import { createRng, type DataSpec } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { MultiScale, type MultiScaleOptions } from './multi-scale.ts';
import { chiSquareDeviations } from './testing/chi-square.ts';
import { allImages, countImages } from './testing/image-space.ts';
import { setRandomWeights } from './testing/set-weights.ts';

const spec: DataSpec = { shape: [3, 2, 1], domain: { levels: 3 } };
const tiny = { spec, filters: 6, blocks: 1, kernelSize: 3, hidden: 6 };

function randomModel(options: MultiScaleOptions = tiny): MultiScale {
  const model = new MultiScale(options);
  setRandomWeights(model);
  return model;
}

test.each<[string, MultiScaleOptions]>([
  ['grey', tiny],
  ['colours, every third pixel', { ...tiny, spec: { shape: [4, 5, 3], domain: { levels: 5 } }, scale: 3 }],
  ['classes and a map', { ...tiny, classes: 3, mapChannels: 2 }],
])('%s: subsampling a result gives back its input, bit-equal, and leaves no tensor', async (_, options) => {
  const model = randomModel(options);
  const [height, width] = model.spec.shape as [number, number];
  const map = createRng(2).uniform<tf.Rank.R4>([3, height, width, 2]);
  const condition = options.classes ? { labels: [0, 2, 1], map } : {};
  const before = tf.memory().numTensors;
  const images = await model.sample({ count: 3, seed: 1, condition, temperature: 4 });
  const small = model.subsample(images);
  const draws = [3, 3, 4].map((seed) => model.superResolve(small, { seed, condition, temperature: 4, batchSize: 2 }));
  const [first, again, other] = (await Promise.all(draws)) as [tf.Tensor4D, tf.Tensor4D, tf.Tensor4D];
  const back = model.subsample(first);
  expect(first.shape).toEqual([3, ...model.spec.shape]);
  expect(await back.data()).toEqual(await small.data());
  expect(await again.data()).toEqual(await first.data());
  expect(await other.data()).not.toEqual(await first.data());
  tf.dispose([images, small, first, again, other, back]);
  expect(tf.memory().numTensors).toBe(before);
  map.dispose();
  model.dispose();
});

test('draws are as frequent as p(large image | small image) says', async () => {
  const model = randomModel();
  const count = 2000;
  const small = tf.tile(tf.tensor4d([0.5, 1], [1, 2, 1, 1]), [count, 1, 1, 1]);
  const drawn = await model.superResolve(small, { seed: 1, batchSize: count });
  const all = allImages(spec);
  const fits = (await all.array()).map((image) => image[0]![0]![0] === 0.5 && image[2]![0]![0] === 1);
  const conditional = [...(await model.logProbGivenSmall(all).data())].map((logProb, i) => (fits[i] ? Math.exp(logProb) : 0));
  expect(conditional.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
  const counts = await countImages(drawn, spec);
  expect(chiSquareDeviations(counts, conditional.map((p) => count * p))).toBeLessThan(3.1);
  model.dispose();
});

test('log p(x) is log p(small image) and log p(x | its small image)', async () => {
  const model = randomModel();
  const all = allImages(spec);
  const small = model.subsample(all);
  const parts = tf.add(model.small.logProb(small), model.logProbGivenSmall(all));
  expect(tf.tidy(() => tf.max(tf.abs(tf.sub(parts, model.logProb(all)))).dataSync()[0]!)).toBeLessThan(1e-5);
  model.dispose();
});

test.each<[string, (model: MultiScale) => unknown]>([
  ['small must be a tensor of shape [batch, 2, 1, 1]', (model) => model.superResolve(tf.zeros([1, 3, 2, 1]), { seed: 0 })],
  ['pixels that stay must be one of 3 even steps', (model) => model.superResolve(tf.fill([1, 2, 1, 1], 0.3), { seed: 0 })],
  ['temperature must be a number from 0', (model) => model.superResolve(tf.zeros([1, 2, 1, 1]), { seed: 0, temperature: -1 })],
  ['images must be a tensor of shape [batch, 3, 2, 1]', (model) => model.subsample(tf.zeros([1, 2, 1, 1]))],
  ['x must be a tensor of shape [batch, 3, 2, 1]', (model) => model.logProbGivenSmall(tf.zeros([1, 2, 1, 1]))],
])('it refuses: %s', async (message, use) => {
  const model = randomModel();
  await expect((async () => use(model))()).rejects.toThrow(message);
  model.dispose();
});
