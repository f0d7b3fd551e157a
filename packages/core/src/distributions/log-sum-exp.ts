import * as tf from '@tensorflow/tfjs-core';

/**
 * log(sum(exp(x))) along the last axis, without overflow. Its gradient is the softmax, said here because the one that tfjs
 * composes also differentiates the maximum, which costs as much again and only adds zero.
 */
export function logSumExp(x: tf.Tensor): tf.Tensor {
  const op = tf.customGrad((...args) => {
    const [input, save] = args as [tf.Tensor, tf.GradSaveFunc];
    save([input]);
    const gradFunc = (dy: tf.Tensor, [saved]: tf.Tensor[]): tf.Tensor => tf.mul(tf.expandDims(dy, -1), tf.softmax(saved!));
    return { value: stableLogSumExp(input), gradFunc };
  });
  return op(x);
}

function stableLogSumExp(x: tf.Tensor): tf.Tensor {
  const top = tf.max(x, -1, true);
  const sum = tf.sum(tf.exp(tf.sub(x, top)), -1, true);
  return tf.squeeze(tf.add(tf.log(sum), top), [-1]);
}
