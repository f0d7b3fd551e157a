import * as tf from '@tensorflow/tfjs-core';
import { logSumExp } from './log-sum-exp.ts';

/** The logarithm of the softmax along any axis. The gradient of `tf.logSoftmax` is wrong at second order. */
export function logSoftmax<T extends tf.Tensor>(logits: T, axis = -1): T {
  return tf.sub(logits, logSumExp(logits, axis));
}
