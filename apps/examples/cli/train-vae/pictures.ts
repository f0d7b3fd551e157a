import { type Dataset, type ImageGridOptions, imageGrid, toPng } from '@genmodels/datasets';
import type { Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';

/** PNG files. */
export interface VaePictures {
  readonly samples: Uint8Array;
  readonly reconstructions: Uint8Array;
  readonly manifold?: Uint8Array;
}

/** Draws z from the prior and decodes it: 8 x 8 images. */
export async function drawSamples(vae: Vae, seed: number): Promise<Uint8Array> {
  return toFile(await vae.sample({ count: 64, seed }), { columns: 8, gap: 0, scale: 3 });
}

/** 4 rows of 8 pairs: above a test image as the model saw it, below the decoded mean of its z. */
export async function drawReconstructions(vae: Vae, test: Dataset): Promise<Uint8Array> {
  const pairs = tf.tidy(() => {
    const x = test.images(Array.from({ length: 32 }, (_, i) => i));
    const { mean } = vae.encode(x);
    const [count, , width, channels] = x.shape;
    const space = tf.zeros([count, 6, width, channels]);
    return tf.concat([space, x, vae.decode(mean), space], 1);
  });
  return toFile(pairs, { columns: 8, gap: 0, scale: 3 });
}

/** Lays images out as a PNG file. Takes them over: disposes them. */
export async function toFile(images: tf.Tensor, options: ImageGridOptions): Promise<Uint8Array> {
  try {
    return toPng(await imageGrid(images as tf.Tensor4D, options));
  } finally {
    images.dispose();
  }
}
