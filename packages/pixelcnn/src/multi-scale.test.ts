import { adam, type BatchSource, createRng, type DataSpec, fit, load, toBytes } from '@genmodels/core';
import { modelLaws, samplerLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { MultiScale } from './multi-scale.ts';
import { chiSquareDeviations } from './testing/chi-square.ts';
import { completeLaws } from './testing/complete-laws.ts';
import { distributionLaws } from './testing/distribution-laws.ts';
import { allImages, countImages } from './testing/image-space.ts';
import { memoryLaw } from './testing/memory-law.ts';
import { completeSubject } from './testing/pixel-model-under-test.ts';
import { setRandomWeights } from './testing/set-weights.ts';

const spec: DataSpec = { shape: [5, 4, 1], domain: 'binary' };
const tiny = { spec, filters: 4, blocks: 2, kernelSize: 3, hidden: 5, seed: 1 };

const source: BatchSource = {
  spec,
  stepsPerEpoch: 4,
  batch: (step) => ({ x: tf.tidy(() => tf.round(createRng(1).fork(step).uniform([6, ...spec.shape]))) }),
};

describe('MultiScale', () => {
  const laws = modelLaws({
    create: () => new MultiScale(tiny),
    rebuild: (config) => MultiScale.fromConfig(config),
    save: toBytes,
    load: (bytes) => load(bytes, [MultiScale]),
    source,
    random: false,
  });
  test.each(laws)('$name', ({ run }) => run());
  test.each(samplerLaws({ create: () => new MultiScale(tiny), spec }))('$name', ({ run }) => run());
});

describe('MultiScale as a distribution', () => {
  const subject = completeSubject({
    create: (options) => new MultiScale({ ...options, filters: 6, blocks: 1, kernelSize: 3, hidden: 6 }),
    pixel: null, // an image of one pixel has no second scale
    spaces: [
      { shape: [2, 2, 1], domain: { levels: 3 } },
      { shape: [1, 2, 3], domain: 'binary' },
      { shape: [3, 2, 1], domain: 'binary' }, // a small image of two pixels, which shall share no uniform number with the large one's
    ],
  });
  const laws = [...distributionLaws(subject), ...completeLaws(subject), memoryLaw(subject)];
  test.each(laws)('$name', ({ run }) => run());
});

const colours: DataSpec = { shape: [3, 4, 3], domain: { levels: 3 } };
const map = () => createRng(6).uniform<tf.Rank.R4>([4, 5, 4, 2]);

test.each([
  ['black and white', tiny, () => ({})],
  ['every third pixel', { ...tiny, scale: 3 }, () => ({})],
  ['colours of three levels', { ...tiny, spec: colours, filters: 6, hidden: 6 }, () => ({})],
  ['classes and a map', { ...tiny, classes: 3, mapChannels: 2 }, () => ({ condition: { labels: [0, 2, 1, 1], map: map() } })],
])('%s: the incremental sampler draws what the slow one draws, and rows are the same images', async (_, options, more) => {
  const model = new MultiScale(options);
  setRandomWeights(model);
  const sampling = { count: 4, seed: 7, ...more() };
  const before = tf.memory().numTensors;
  const [fast, slow] = [await model.sample(sampling), await model.sample({ ...sampling, incremental: false })];
  expect(await fast.data()).toEqual(await slow.data());
  for await (const { row, values } of model.sampleRows(sampling)) {
    const drawn = tf.tidy(() => tf.slice(fast, [0, row], [-1, 1]).dataSync());
    expect(values).toEqual(drawn);
  }
  tf.dispose([fast, slow]);
  expect(tf.memory().numTensors).toBe(before);
  tf.dispose(sampling);
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
