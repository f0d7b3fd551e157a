import * as tf from '@tensorflow/tfjs-core';
import { type GradientTable, gradient } from './gradient-table.ts';

/** Zero gradients, for kernels whose output is constant or jumps. */
export function constantGradients(inputs: readonly string[], kernels: readonly string[]): GradientTable {
  const zero = gradient(inputs, (_, saved) => Object.fromEntries(inputs.map((input, i) => [input, () => zeros(saved[i]!)])));
  return Object.fromEntries(kernels.map((kernel) => [kernel, zero]));
}

/** float32, as gradients are, also for integers and booleans. */
export function zeros(x: tf.Tensor): tf.Tensor {
  return tf.fill(x.shape, 0);
}
