import { adam, type DataSpec, fit } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { PixelCnn, type PixelCnnOptions } from './pixel-cnn.ts';
import { autoregressiveLaws } from './testing/autoregressive-laws.ts';
import { chiSquareDeviations } from './testing/chi-square.ts';
import { allImages, countImages } from './testing/image-space.ts';
import { learningLaw } from './testing/learning-law.ts';

const create = (options: PixelCnnOptions) => new PixelCnn({ filters: 6, blocks: 2, kernelSize: 3, hidden: 6, ...options });

describe('PixelCnn', () => {
  for (const { name, run } of [...autoregressiveLaws({ Model: PixelCnn, create }), learningLaw(create)]) test(name, run);
});

test('it learns a known distribution', async () => {
  const small: DataSpec = { shape: [2, 2, 1], domain: 'binary' };
  const times = [24, 1, 1, 16, 1, 12, 10, 1, 1, 10, 6, 1, 6, 1, 1, 8]; // of each of the 16 images, in a hundred
  const images = tf.tidy(() => tf.gather(allImages(small), tf.tensor1d(times.flatMap((count, image) => new Array(count).fill(image)), 'int32')));
  const model = create({ spec: small, filters: 16, blocks: 1, hidden: 16 });
  await fit(model, { spec: small, batch: () => ({ x: tf.clone(images) }) }, { steps: 100, seed: 0, optimizer: adam({ learningRate: 0.02 }) });
  const samples = await model.sample({ count: 1000, seed: 1, batchSize: 1000 });
  expect(chiSquareDeviations(await countImages(samples, small), times.map((count) => 10 * count))).toBeLessThan(3.1);
  tf.dispose([images, samples]);
  model.dispose();
});
