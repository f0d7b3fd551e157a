import type { Dataset } from '@genmodels/datasets';
import { type Gan, project } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';
import { drawPairs } from '../data/draw-pairs.ts';
import { labelsFor } from '../likelihood/labels-for.ts';

/** How much of unseen images the generator can say. */
export interface Projected {
  readonly images: number;
  /** Mean of (image - what the generator makes of its code)^2 over pixels and images. */
  readonly difference: number;
  readonly png: Uint8Array;
}

const most = 16;

/** The first test images, each above what the generator makes of the code that comes nearest to it. */
export async function projectImages(gan: Gan, test: Dataset, seed: number, signal: AbortSignal): Promise<Projected> {
  const images = Math.min(most, test.length);
  const x = test.images(Uint32Array.from({ length: images }, (_, i) => i));
  const labels = labelsFor(gan, test)?.subarray(0, images);
  const condition = labels && { labels };
  const { z, error } = await project(gan.generator, x, { seed, signal, ...(condition && { condition }) });
  const made = gan.generate(z, condition);
  try {
    const difference = (await error.data<'float32'>()).reduce((sum, value) => sum + value, 0) / images;
    return { images, difference, png: await drawPairs(x, made as tf.Tensor4D) };
  } finally {
    tf.dispose([x, z, error, made]);
  }
}
