import * as tf from '@tensorflow/tfjs-core';

export interface BatchNormTerms {
  readonly mean: tf.Tensor1D;
  readonly variance: tf.Tensor1D;
  readonly offset?: tf.Tensor1D;
  readonly scale?: tf.Tensor1D;
}

/** `tf.batchNorm`, also without offset or scale, where tfjs cannot differentiate it. Needs `registerAllGradients`. */
export function batchNorm<T extends tf.Tensor>(x: T, { mean, variance, offset, scale }: BatchNormTerms, epsilon = 1e-5): T {
  return tf.batchNorm(x, mean, variance, offset ?? tf.zerosLike(mean), scale ?? tf.onesLike(mean), epsilon) as T;
}
