import * as tf from '@tensorflow/tfjs-core';
import { toFile } from './draw-examples.ts';

/** Each image `times` times, one after another. */
export function repeatImages(images: tf.Tensor4D, times: number): tf.Tensor4D {
  const [count, ...shape] = images.shape;
  return tf.tidy(() => tf.reshape(tf.tile(tf.expandDims(images, 1), [1, times, 1, 1, 1]), [count * times, ...shape]));
}

/**
 * A PNG file with a row for each image of the first set: it, and what belongs to it in the others, which hold so many images for each
 * of the first, one after another. Leaves all alive.
 */
export function drawRows(first: tf.Tensor4D, ...others: readonly tf.Tensor4D[]): Promise<Uint8Array> {
  const [count, ...shape] = first.shape;
  const rows = tf.tidy((): tf.Tensor4D => {
    const apart = [first, ...others].map((images) => tf.reshape(images, [count, -1, ...shape]));
    return tf.reshape(tf.concat(apart, 1), [-1, ...shape]);
  });
  return toFile(rows, 'images', rows.shape[0] / count);
}
