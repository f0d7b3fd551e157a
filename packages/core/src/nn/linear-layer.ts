import * as tf from '@tensorflow/tfjs-core';
import { type KernelAttributes, runAccelerated } from '../kernels.ts';
import { type Activation, relu } from './activations.ts';

/** What a layer multiplies with and adds. */
export interface LinearWeights<R extends tf.Rank> {
  readonly kernel: tf.Tensor<R>;
  /** [units], or null for none. */
  readonly bias: tf.Tensor1D | null;
}

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
  /** The activation, if any, of what the layer makes of x under its own weights, or under others of the same shapes. */
  apply(x: tf.Tensor<R>, activation?: Activation, weights?: LinearWeights<R>): tf.Tensor<R>;
}

/**
 * `plain`, the linear part of a layer, then its bias and its activation: in one kernel of that name where the backend has it, relu
 * included.
 */
export function runLinear<R extends tf.Rank, Name extends 'genmodels:Dense' | 'genmodels:Conv2d'>(
  name: Name,
  x: tf.Tensor<R>,
  { kernel, bias }: LinearWeights<R>,
  attributes: Omit<KernelAttributes<Name>, 'relu'>,
  plain: () => tf.Tensor<R>,
  activation: Activation = identity,
): tf.Tensor<R> {
  const last = { ...attributes, relu: activation === relu } as KernelAttributes<Name>;
  const fused = bias && (runAccelerated(name, { x, kernel, bias }, last)?.[0] as tf.Tensor<R> | undefined);
  return fused && last.relu ? fused : activation(fused ?? addBias(plain(), bias));
}

/** Adds one number a unit, along the last axis. */
export function addBias<T extends tf.Tensor>(x: T, bias: tf.Tensor1D | null): T {
  return bias ? tf.add<T>(x, bias) : x;
}

export function identity<T extends tf.Tensor>(x: T): T {
  return x;
}
