import type { Dataset } from '@genmodels/datasets';
import type { PixelVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { toFile } from '../data/draw-examples.ts';
import { drawRows, repeatImages } from '../data/draw-rows.ts';
import { inRow } from '../training/class-rows.ts';
import { sampleCount } from '../training/sample-count.ts';

/** PNG files; the last two of other models, where these were asked for. */
export interface PixelVaePictures {
  readonly samples: Uint8Array;
  readonly reconstructions: Uint8Array;
  readonly 'far-sighted'?: Uint8Array;
  readonly 'plain-vae'?: Uint8Array;
}

/** Test images that are drawn again, each so many times. */
export const redrawn = { images: 8, times: 7 };

export async function drawSamples(model: PixelVae, seed: number): Promise<Uint8Array> {
  return toFile(await model.sample({ count: sampleCount('images'), seed }), 'images', inRow);
}

/** A row a test image: the image, and what is drawn given its z, again and again. What stays the same is z's, what changes the pixels'. */
export async function drawReconstructions(model: PixelVae, test: Dataset, seed: number): Promise<Uint8Array> {
  const x = test.images(Array.from({ length: Math.min(redrawn.images, test.length) }, (_, i) => i));
  const repeated = repeatImages(x, redrawn.times);
  const drawn = await model.reconstruct(repeated, { seed });
  try {
    return await drawRows(x, drawn);
  } finally {
    tf.dispose([x, repeated, drawn]);
  }
}
