import type * as tf from '@tensorflow/tfjs-core';
import { runKernel } from './run-kernel.ts';

/** `tf.transpose` of real numbers, without its case for complex ones: 0.3 kB less in a bundle. */
export function transpose<T extends tf.Tensor>(x: T, perm: readonly number[]): T {
  return runKernel('Transpose', { x }, { perm });
}
