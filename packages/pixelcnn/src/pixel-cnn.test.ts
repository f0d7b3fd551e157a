import { adam, type BatchSource, createRng, type DataSpec, fit, load, toBytes } from '@genmodels/core';
import { modelLaws, samplerLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { PixelCnn } from './pixel-cnn.ts';
import { chiSquareDeviations } from './testing/chi-square.ts';
import { allImages, countImages } from './testing/image-space.ts';
import { pixelLaws } from './testing/pixel-laws.ts';

const spec: DataSpec = { shape: [4, 5, 1], domain: 'binary' };
const tiny = { spec, filters: 4, blocks: 2, kernelSize: 3, hidden: 5, seed: 1 };

const source: BatchSource = {
  spec,
  stepsPerEpoch: 4,
  batch: (step) => ({ x: tf.tidy(() => tf.round(createRng(1).fork(step).uniform([6, ...spec.shape]))) }),
};

describe('PixelCnn', () => {
  const laws = modelLaws({
    create: () => new PixelCnn(tiny),
    rebuild: (config) => PixelCnn.fromConfig(config),
    save: toBytes,
    load: (bytes) => load(bytes, [PixelCnn]),
    source,
    random: false,
  });
  test.each(laws)('$name', ({ run }) => run());
  test.each(samplerLaws({ create: () => new PixelCnn(tiny), spec }))('$name', ({ run }) => run());
});

describe('PixelCnn as a distribution', () => {
  const laws = pixelLaws({ create: (options) => new PixelCnn({ ...options, filters: 6, blocks: 2, kernelSize: 3, hidden: 6 }) });
  test.each(laws)('$name', ({ run }) => run());
});

const colours: DataSpec = { shape: [3, 4, 3], domain: { levels: 3 } };

test.each([
  ['black and white', tiny, {}],
  ['colours of three levels', { ...tiny, spec: colours, filters: 6, hidden: 6 }, {}],
  ['classes', { ...tiny, classes: 3 }, { condition: { labels: [0, 2, 1, 1] } }],
])('%s: the incremental sampler draws what the slow one draws', async (_, options, more) => {
  const model = new PixelCnn(options);
  const before = tf.memory().numTensors;
  const [fast, slow] = [true, false].map((incremental) => model.sample({ count: 4, seed: 7, incremental, ...more }));
  const [a, b] = [await (await fast!).array(), await (await slow!).array()];
  expect(a).toEqual(b);
  tf.dispose([await fast!, await slow!]);
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
});

test('it learns', async () => {
  const model = new PixelCnn(tiny);
  const rows = { ...source, batch: () => ({ x: tf.tile(tf.reshape(tf.tensor1d([0, 1, 0, 1]), [1, 4, 1, 1]), [4, 1, 5, 1]) }) };
  const { history } = await fit(model, rows, { steps: 120, seed: 0, optimizer: adam({ learningRate: 0.02 }) });
  expect(history.at(-1)!.values['likelihood']).toBeLessThan(3);
  model.dispose();
});

test('it learns a known distribution', async () => {
  const small: DataSpec = { shape: [2, 2, 1], domain: 'binary' };
  const times = [24, 1, 1, 16, 1, 12, 10, 1, 1, 10, 6, 1, 6, 1, 1, 8]; // of each of the 16 images, in a hundred
  const images = tf.tidy(() => tf.gather(allImages(small), tf.tensor1d(times.flatMap((count, image) => new Array(count).fill(image)), 'int32')));
  const model = new PixelCnn({ spec: small, filters: 16, blocks: 1, kernelSize: 3, hidden: 16 });
  await fit(model, { spec: small, batch: () => ({ x: tf.clone(images) }) }, { steps: 100, seed: 0, optimizer: adam({ learningRate: 0.02 }) });
  const samples = await model.sample({ count: 1000, seed: 1, batchSize: 1000 });
  expect(chiSquareDeviations(await countImages(samples, small), times.map((count) => 10 * count))).toBeLessThan(3.1);
  tf.dispose([images, samples]);
  model.dispose();
});
