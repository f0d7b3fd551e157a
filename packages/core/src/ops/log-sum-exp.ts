import * as tf from '@tensorflow/tfjs-core';
import { ownOp } from '../gradients/own-op.ts';

/** log(sum(exp(x))) along one axis, which is kept with size 1. No overflow; its gradient is the softmax, to any order. */
export function logSumExp(x: tf.Tensor, axis = -1): tf.Tensor {
  return ownOp(
    [x],
    () => stable(x, axis),
    (dy, [saved]) => [tf.mul(dy, tf.exp(tf.sub(saved, logSumExp(saved, axis))))],
  );
}

/** A maximum of -Infinity is not subtracted, as that would be no number. */
function stable(x: tf.Tensor, axis: number): tf.Tensor {
  const top = tf.maximum(tf.max(x, axis, true), LOWEST);
  return tf.add(tf.log(tf.sum(tf.exp(tf.sub(x, top)), axis, true)), top);
}

const LOWEST = -3.4e38;
