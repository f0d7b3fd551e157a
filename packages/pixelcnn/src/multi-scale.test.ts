import { adam, type BatchSource, type DataSpec, fit } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { MultiScale, type MultiScaleOptions } from './multi-scale.ts';
import { chiSquareDeviations } from './testing/chi-square.ts';
import { completeLaws } from './testing/complete-laws.ts';
import { distributionLaws } from './testing/distribution-laws.ts';
import { allImages, countImages } from './testing/image-space.ts';
import { memoryLaw } from './testing/memory-law.ts';
import { completeSubject } from './testing/pixel-model-under-test.ts';
import { drawsAlike, samplingLaws } from './testing/sampling-laws.ts';
import { setRandomWeights } from './testing/set-weights.ts';
import { trainingLaws } from './testing/training-laws.ts';

const spec: DataSpec = { shape: [5, 4, 1], domain: 'binary' };
const tiny = { spec, filters: 4, blocks: 2, kernelSize: 3, hidden: 5, seed: 1 };

describe('MultiScale', () => {
  const create = (options: MultiScaleOptions) => new MultiScale({ filters: 6, blocks: 1, kernelSize: 3, hidden: 6, ...options });
  const subject = completeSubject({
    create,
    specs: [spec, { shape: [3, 4, 3], domain: { levels: 3 } }],
    pixel: null, // an image of one pixel has no second scale
    spaces: [
      { shape: [2, 2, 1], domain: { levels: 3 } },
      { shape: [1, 2, 3], domain: 'binary' },
      { shape: [3, 2, 1], domain: 'binary' }, // a small image of two pixels, which shall share no uniform number with the large one's
    ],
  });
  const trained = trainingLaws({ create, Model: MultiScale }, subject.specs);
  const laws = [...trained, ...samplingLaws(subject), ...distributionLaws(subject), ...completeLaws(subject), memoryLaw(subject)];
  for (const { name, run } of laws) test(name, run);
});

test('every third pixel: the incremental sampler draws what the slow one draws, and rows are the same images', async () => {
  const model = new MultiScale({ ...tiny, scale: 3 });
  setRandomWeights(model);
  await drawsAlike(model);
  model.dispose();
});

test('given the small image, the pixels between are drawn as log p(x) says', async () => {
  const space: DataSpec = { shape: [3, 2, 1], domain: { levels: 3 } };
  const model = new MultiScale({ ...tiny, spec: space, filters: 6, hidden: 6 });
  setRandomWeights(model);
  const count = 2000;
  const images = tf.tile(tf.tensor4d([0.5, Number.NaN, Number.NaN, Number.NaN, 1, Number.NaN], [1, 3, 2, 1]), [count, 1, 1, 1]);
  const mask = tf.tensor2d([[1, 0], [0, 0], [1, 0]]); // what the small image has
  const completed = await model.complete(images, mask, { seed: 1, batchSize: count });
  const all = allImages(space);
  const fits = (await all.array()).map((image) => image[0]![0]![0] === 0.5 && image[2]![0]![0] === 1);
  const joint = [...(await model.logProb(all).data())].map((logProb, i) => (fits[i] ? Math.exp(logProb) : 0));
  const total = joint.reduce((sum, p) => sum + p, 0);
  const counts = await countImages(completed, space);
  expect(chiSquareDeviations(counts, joint.map((p) => (count * p) / total))).toBeLessThan(3.1);
  model.dispose();
});

test('it learns a pixel that only a later one of the small image tells', async () => {
  const three: DataSpec = { shape: [1, 3, 1], domain: 'binary' };
  const model = new MultiScale({ ...tiny, spec: three, filters: 8 });
  const images = tf.tensor4d([1, 0, 0, 1, 1, 1], [2, 1, 3, 1]); // the second pixel is as the third, which is drawn before it
  const batches: BatchSource = { spec: three, batch: () => ({ x: tf.clone(images) }) };
  await fit(model, batches, { steps: 80, seed: 0, optimizer: adam({ learningRate: 0.02 }) });
  const nats = tf.tidy(() => -tf.mean(model.logProb(images)).dataSync()[0]!);
  expect(nats).toBeCloseTo(Math.LN2, 1); // which of the two it is, and no more
  tf.dispose(images);
  model.dispose();
});

const [image, mask] = [() => tf.zeros([2, 5, 4, 1]), () => tf.zeros([5, 4])];

test.each<[string, (model: MultiScale) => unknown]>([
  ['map must be of shape [2, 5, 4, 2], got undefined', (model) => model.logProb(image(), { labels: tf.tensor1d([0, 1], 'int32') })],
  ['labels must be int32 [2], one of 3 classes an image, got undefined', (model) => model.sample({ count: 2, seed: 0 })],
  ['labels must be int32 [2], one of 3 classes an image, got [1]', (model) => model.complete(image(), mask(), { seed: 0, condition: { labels: [1] } })],
  ['labels must be integers from 0 to 2, got 3', (model) => model.sample({ count: 2, seed: 0, condition: { labels: [0, 3], map: tf.zeros([2, 5, 4, 2]) } })],
  ['x must be a tensor of shape [batch, 5, 4, 1]', (model) => model.logProb(tf.zeros([2, 3, 2, 1]))],
  ['count must be an integer of at least 1, got 0', (model) => model.sampleRows({ count: 0, seed: 0 })],
])('it refuses: %s', async (message, use) => {
  const model = new MultiScale({ ...tiny, classes: 3, mapChannels: 2 });
  await expect((async () => use(model))()).rejects.toThrow(message);
  model.dispose();
});

test('it refuses a scale that leaves the image as it is', () => {
  expect(() => new MultiScale({ ...tiny, scale: 1 })).toThrow('[genmodels/invalid-config] MultiScale.scale must be');
});
