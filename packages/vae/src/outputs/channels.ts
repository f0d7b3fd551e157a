import { sliceChannels } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** The shape of two numbers for each of an example's: twice as long along the last axis. */
export function doubleChannels(shape: readonly number[]): readonly number[] {
  return [...shape.slice(0, -1), 2 * shape.at(-1)!];
}

/** The first and the second half along the last axis. */
export function halves(x: tf.Tensor): [first: tf.Tensor, second: tf.Tensor] {
  const size = x.shape.at(-1)! / 2;
  return [sliceChannels(x, 0, size), sliceChannels(x, size, size)];
}
