import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../rng.ts';

/**
 * Sets each value to 0 with probability `rate`, below 1, and scales the others up by 1 / (1 - rate), so that the expectation
 * stays. Without an `rng` (inference) it returns `x` itself. Srivastava et al. 2014.
 */
export function dropout<T extends tf.Tensor>(x: T, rate: number, rng?: Rng): T {
  if (rng === undefined || rate === 0) return x;
  const keep = rng.fillUniform(new Float32Array(x.size));
  const scale = 1 / (1 - rate);
  for (let i = 0; i < keep.length; i++) keep[i] = Number(keep[i]! >= rate) * scale; // a branch would be mispredicted half the time
  return tf.mul(x, tf.tensor(keep, x.shape));
}
