import * as tf from '@tensorflow/tfjs-core';

/**
 * A layer that is linear in its kernel, plus a bias. Weight and spectral normalisation wrap any such layer and apply it with
 * another kernel; incremental samplers read it. Its kernel and bias are all the tensors that it holds.
 */
export interface LinearLayer<R extends tf.Rank> {
  readonly kernel: tf.Variable<R>;
  /** [units], or null for a layer without one. */
  readonly bias: tf.Variable<tf.Rank.R1> | null;
  /** The axis of the kernel that counts the units. */
  readonly unitAxis: number;
  /** The layer without its bias, under the given kernel. */
  linear(x: tf.Tensor<R>, kernel: tf.Tensor<R>): tf.Tensor<R>;
}

/** Adds one number a unit, along the last axis. */
export function addBias<T extends tf.Tensor>(x: T, bias: tf.Tensor1D | null): T {
  return bias === null ? x : tf.add<T>(x, bias);
}
