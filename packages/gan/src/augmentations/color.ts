import type { Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Brightness by up to 0.5 either way, then saturation times 0 to 2, then contrast times 0.5 to 1.5. The mean over all draws is the
 * image itself.
 */
export function color(x: tf.Tensor4D, rng: Rng): tf.Tensor4D {
  const drawn = (name: string, from: number): tf.Tensor4D =>
    tf.add(rng.fork(name).uniform<tf.Rank.R4>([x.shape[0], 1, 1, 1]), from);
  const brighter: tf.Tensor4D = tf.add(x, drawn('brightness', -0.5));
  const saturated = awayFromMean(brighter, 3, tf.mul(drawn('saturation', 0), 2)); // from each pixel's gray
  return awayFromMean(saturated, [1, 2, 3], drawn('contrast', 0.5));
}

function awayFromMean(x: tf.Tensor4D, axes: number | number[], factor: tf.Tensor4D): tf.Tensor4D {
  const mean: tf.Tensor4D = tf.mean(x, axes, true);
  return tf.add(mean, tf.mul(tf.sub(x, mean), factor));
}
