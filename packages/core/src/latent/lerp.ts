import * as tf from '@tensorflow/tfjs-core';

/** A way from each row of `from` to that of `to`, [batch, dimensions]; `amount` is one for all rows, or [batch, 1]. */
export type Interpolation = (from: tf.Tensor2D, to: tf.Tensor2D, amount: number | tf.Tensor2D) => tf.Tensor2D;

/** The point at `amount` of the straight line between two codes, row by row: 0 gives `from`, 1 gives `to`. */
export function lerp(from: tf.Tensor2D, to: tf.Tensor2D, amount: number | tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => tf.add(tf.mul(from, tf.sub(1, amount)), tf.mul(to, amount)));
}
