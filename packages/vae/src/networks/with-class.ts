import * as tf from '@tensorflow/tfjs-core';

/**
 * Features with the class behind them, [batch, features + classes]; as they are in a model without classes. By the kernel itself: the
 * checks of `tf.concat` would weigh in every app that draws.
 */
export function withClass(features: tf.Tensor2D, y: tf.Tensor2D | undefined): tf.Tensor2D {
  return y ? tf.engine().runKernel('Concat', [features, y] as unknown as tf.NamedTensorMap, { axis: 1 }) : features;
}
