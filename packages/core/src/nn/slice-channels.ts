import type * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';

/** Channels `begin` to `begin + size - 1`, along the last axis. */
export function sliceChannels<T extends tf.Tensor>(x: T, begin: number, size: number): T {
  const start = x.shape.map((_, axis) => (axis === x.rank - 1 ? begin : 0));
  return runKernel('Slice', { x }, { begin: start, size: [...x.shape.slice(0, -1), size] });
}
