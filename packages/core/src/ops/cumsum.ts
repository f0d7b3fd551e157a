import * as tf from '@tensorflow/tfjs-core';

/** `tf.cumsum`, with axes from the end, too: tfjs passes a negative one on to kernels that then read outside of the tensor. */
export function cumsum<T extends tf.Tensor>(x: T, axis = 0, exclusive = false, reverse = false): T {
  return tf.cumsum(x, axis < 0 ? axis + x.rank : axis, exclusive, reverse);
}
