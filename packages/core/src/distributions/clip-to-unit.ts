import * as tf from '@tensorflow/tfjs-core';

/** Values below 0 become 0, above 1 they become 1. By the kernel itself: `tf.clipByValue` is mostly checks. */
export function clipToUnit(x: tf.Tensor): tf.Tensor {
  return tf.engine().runKernel(tf.ClipByValue, { x }, { clipValueMin: 0, clipValueMax: 1 });
}
