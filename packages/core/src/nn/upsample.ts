import * as tf from '@tensorflow/tfjs-core';

/**
 * Repeats each pixel `factor` times across and down: [batch, height, width, channels] to
 * [batch, height * factor, width * factor, channels]. Made of products with ones, because tfjs's resizing has no second
 * derivative (and on its cpu backend a wrong first one), and its tiling is slow.
 */
export function upsample(x: tf.Tensor4D, factor = 2): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const across = repeat(x, [batch * height * width, 1, channels], factor);
  const down = repeat(across, [batch * height, 1, width * factor * channels], factor);
  return tf.reshape(down, [batch, height * factor, width * factor, channels]);
}

/** Repeats the middle axis of x in the given shape. */
function repeat(x: tf.Tensor, shape: [number, 1, number], factor: number): tf.Tensor3D {
  return tf.mul(tf.reshape(x, shape), tf.ones([1, factor, 1]));
}
