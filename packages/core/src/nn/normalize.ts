import * as tf from '@tensorflow/tfjs-core';

/** Mean and biased variance along some axes, which stay in the shape with size 1. */
export interface Moments {
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
}

/** In two passes, as the difference of squares would cancel. */
export function moments(x: tf.Tensor, axes: readonly number[]): Moments {
  const mean = meanOver(x, axes);
  return { mean, variance: meanOver(tf.square(tf.sub(x, mean)), axes) };
}

/** What the network learns of a normalisation, and its guard against a variance of 0. */
export interface Affine {
  readonly scale: tf.Tensor;
  readonly offset: tf.Tensor;
  readonly epsilon: number;
}

/** (x - mean) / sqrt(variance + epsilon) * scale + offset, with as few ops of the size of x as that takes. */
export function normalize(x: tf.Tensor, { mean, variance }: Moments, { scale, offset, epsilon }: Affine): tf.Tensor {
  const factor = tf.div(scale, tf.sqrt(tf.add(variance, epsilon)));
  return tf.add(tf.mul(tf.sub(x, mean), factor), offset);
}

/** One axis at a time: many short sums lose less in float32 than a long one. */
function meanOver(x: tf.Tensor, axes: readonly number[]): tf.Tensor {
  return axes.reduce((partial, axis) => tf.mean(partial, axis, true), x);
}
