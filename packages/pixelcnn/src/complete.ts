import { checkExamples, checkSampleOptions } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { readGiven } from './complete-given.ts';
import { drawImages } from './draw-images.ts';
import type { PixelModel } from './pixel-model.ts';
import type { PixelSampleOptions } from './sample.ts';

/** As for samples, of which there are as many as images. */
export type CompleteOptions = Omit<PixelSampleOptions, 'count'>;

/**
 * Images with their holes filled in: [batch, height, width, channels], which the caller disposes. `mask`, [batch, height, width] or
 * [height, width] for all alike, is 1 where a pixel stays, bit-equal, and 0 where it is drawn; what `images` hold there is not read.
 *
 * Each hole is drawn given all pixels before it, in raster order. Pixels after a hole do not inform it: to draw from p(holes | all
 * given pixels) one would have to weigh every way to fill them, which is intractable. So holes that reach the lower edge come out as
 * true samples, others may not fit what lies below them.
 *
 * Throws 'invalid-shape' for images or a mask of another size, 'invalid-value' for given pixels that are no levels of the model's
 * images and for a mask with other values. Rejects with the signal's reason within a row.
 */
export async function completeImages(
  model: PixelModel,
  images: tf.Tensor,
  mask: tf.Tensor,
  options: CompleteOptions,
): Promise<tf.Tensor4D> {
  checkExamples(images, model.spec.shape, 'images');
  const sampling = { ...options, count: images.shape[0]! };
  checkSampleOptions(sampling);
  return drawImages(model, { ...sampling, given: await readGiven(model, images, mask) });
}
