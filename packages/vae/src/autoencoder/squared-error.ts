import * as tf from '@tensorflow/tfjs-core';

/** |x - y|^2, one value an example: the sum over its values. Both are [batch, ...]. */
export function squaredError(x: tf.Tensor, y: tf.Tensor): tf.Tensor1D {
  return tf.tidy(() => tf.sum(tf.reshape(tf.square(tf.sub(x, y)), [x.shape[0]!, -1]), 1));
}
