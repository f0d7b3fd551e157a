import type { Dataset } from '@genmodels/datasets';
import type { VqVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { toFile } from '../data/draw-examples.ts';
import { drawPairs } from '../data/draw-pairs.ts';
import { inRow } from '../training/class-rows.ts';
import { drawNearest } from '../training/draw-nearest.ts';
import { samplesOf } from '../training/sample-count.ts';
import type { Models } from './models.ts';

/** PNG files. */
export type VqVaePictures = Readonly<Record<'samples' | 'reconstructions' | 'neighbors', Uint8Array>>;

/** Samples, a row for each class that the prior is told; what the codes keep of test images; and what the samples are near to. */
export async function drawPictures({ vqVae, sampler, data }: Models, seed: number): Promise<VqVaePictures> {
  const samples = await sampler.sample({ ...samplesOf('images', sampler.config.classes), seed });
  return {
    samples: await toFile(samples, 'images', inRow),
    reconstructions: await drawReconstructions(vqVae, data.test),
    neighbors: await drawNearest(sampler, data.train, seed),
  };
}

/** Pairs: above a test image, below what its codes keep of it. */
async function drawReconstructions(vqVae: VqVae, test: Dataset): Promise<Uint8Array> {
  const x = test.images(Array.from({ length: Math.min(32, test.length) }, (_, i) => i));
  const again = vqVae.reconstruct(x);
  try {
    return await drawPairs(x, again);
  } finally {
    tf.dispose([x, again]);
  }
}
