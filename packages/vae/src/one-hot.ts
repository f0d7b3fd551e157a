import * as tf from '@tensorflow/tfjs-core';

/**
 * y: each label as a one among zeros, float32 [batch, classes]; nothing for a model without classes. Integers at first, as wasm's
 * kernel writes nothing else.
 */
export function oneHot(labels: tf.Tensor1D | undefined, classes: number): tf.Tensor2D | undefined {
  if (labels === undefined) return undefined;
  const attributes = { depth: classes, onValue: 1, offValue: 0, dtype: 'int32' };
  return tf.cast(tf.engine().runKernel<tf.Tensor2D>('OneHot', { indices: labels }, attributes), 'float32');
}
