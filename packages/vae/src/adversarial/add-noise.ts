import type { Mode, Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** x with Gaussian noise of this standard deviation on it, in training. */
export function addNoise<T extends tf.Tensor>(x: T, deviation: number, rng: Rng, mode: Mode): T {
  if (deviation === 0 || mode === 'infer') return x;
  return tf.tidy(() => tf.add(x, tf.mul(rng.normal(x.shape as [number]), deviation)));
}
