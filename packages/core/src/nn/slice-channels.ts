import * as tf from '@tensorflow/tfjs-core';

/** Channels `begin` to `begin + size - 1`, along the last axis. */
export function sliceChannels<T extends tf.Tensor>(x: T, begin: number, size: number): T {
  const start = x.shape.map((_, axis) => (axis === x.rank - 1 ? begin : 0));
  return tf.slice(x, start, [...x.shape.slice(0, -1), size]);
}
