import * as tf from '@tensorflow/tfjs-core';

/** average + rate (value - average): an exponential moving average's next value. */
export function towards(average: tf.Tensor, value: tf.Tensor, rate: number): tf.Tensor {
  return tf.add(average, tf.mul(tf.sub(value, average), rate));
}
