import * as tf from '@tensorflow/tfjs-core';

/** Moves an image one row down: the first row becomes zeros, the last is lost. */
export function shiftDown(x: tf.Tensor4D): tf.Tensor4D {
  return tf.slice(tf.pad(x, [[0, 0], [1, 0], [0, 0], [0, 0]]), [0, 0, 0, 0], x.shape);
}

/** Moves an image one column to the right: the first column becomes zeros, the last is lost. */
export function shiftRight(x: tf.Tensor4D): tf.Tensor4D {
  return tf.slice(tf.pad(x, [[0, 0], [0, 0], [1, 0], [0, 0]]), [0, 0, 0, 0], x.shape);
}
