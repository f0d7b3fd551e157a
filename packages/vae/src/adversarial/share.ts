import * as tf from '@tensorflow/tfjs-core';

/** Of how many of the batch it holds, from 0 to 1. */
export function share(holds: tf.Tensor): tf.Scalar {
  return tf.mean(tf.cast(holds, 'float32'));
}
