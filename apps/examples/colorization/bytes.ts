import * as tf from '@tensorflow/tfjs-core';

/** Values of [0, 1] as whole numbers from 0 to 255, rounded. Called inside a tidy. */
export function toBytes(values: tf.Tensor): tf.Tensor4D {
  return tf.round(tf.mul(values, 255));
}

/** The inverse. Called inside a tidy. */
export function fromBytes(bytes: tf.Tensor4D): tf.Tensor4D {
  return tf.div(bytes, 255);
}
