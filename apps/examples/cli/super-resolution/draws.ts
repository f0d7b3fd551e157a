import type { Dataset } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { repeatImages } from '../data/draw-rows.ts';
import type { Contestants } from './contestants.ts';

/** Test images that are drawn anew from their small ones, each so many times. */
export const shown = { images: 8, times: 6 };

/** Images [images, height, width, channels], and what the models made of the small ones, [images * times, ...], an image's one after another. */
export interface Draws {
  readonly truth: tf.Tensor4D;
  readonly small: tf.Tensor4D;
  /** Drawn from p(large image | small image). */
  readonly large: tf.Tensor4D;
  /** Drawn by the model that sees a pixel of the small image only once it is past it. */
  readonly plain: tf.Tensor4D;
}

/** Draws the first test images anew. The caller disposes all tensors. */
export async function drawFromSmall({ multiScale, plain }: Contestants, test: Dataset, seed: number): Promise<Draws> {
  const count = Math.min(shown.images, test.length);
  const truth = test.images(Uint32Array.from({ length: count }, (_, i) => i));
  const small = multiScale.subsample(truth);
  const [repeatedTruth, repeatedSmall] = [repeatImages(truth, shown.times), repeatImages(small, shown.times)];
  const mask = latticeMask(truth, multiScale.config.scale);
  try {
    const large = await multiScale.superResolve(repeatedSmall, { seed });
    return { truth, small, large, plain: await plain.complete(repeatedTruth, mask, { seed }) };
  } finally {
    tf.dispose([repeatedTruth, repeatedSmall, mask]);
  }
}

/** [height, width]: 1 where a pixel is also the small image's. */
function latticeMask({ shape: [, height, width] }: tf.Tensor4D, scale: number): tf.Tensor2D {
  const isKept = (pixel: number) => Math.floor(pixel / width) % scale === 0 && (pixel % width) % scale === 0;
  return tf.tensor2d(
    Array.from({ length: height * width }, (_, pixel) => Number(isKept(pixel))),
    [height, width],
  );
}
