import * as tf from '@tensorflow/tfjs-core';

/** Codes [batch, rows, columns] of so many entries as images of as many levels, [batch, rows, columns, 1] in [0, 1]. */
export function toCodeImages(codes: tf.Tensor3D, entries: number): tf.Tensor4D {
  return tf.tidy(() => tf.expandDims(tf.div(tf.cast(codes, 'float32'), entries - 1), 3));
}

/** The codes that such images stand for, [batch, rows, columns]. */
export function fromCodeImages(images: tf.Tensor4D, entries: number): tf.Tensor3D {
  return tf.tidy(() => tf.cast(tf.round(tf.mul(tf.squeeze<tf.Tensor3D>(images, [3]), entries - 1)), 'int32'));
}
