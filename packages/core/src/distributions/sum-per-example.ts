import * as tf from '@tensorflow/tfjs-core';

/** Sums all that belongs to one example: [batch, ...] to [batch]. One axis at a time, as a long sum loses digits in float32. */
export function sumPerExample(x: tf.Tensor): tf.Tensor1D {
  return x.rank === 1 ? (x as tf.Tensor1D) : sumPerExample(tf.sum(x, -1));
}
