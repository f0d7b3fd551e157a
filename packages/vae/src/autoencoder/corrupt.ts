import type { Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** Sets each value to 0 with probability `share`; the others stay as they are. Vincent et al. 2008, section 2.3. */
export function corrupt(x: tf.Tensor, share: number, rng: Rng): tf.Tensor {
  if (share === 0) return x;
  return tf.tidy(() => tf.mul(x, tf.step(tf.sub(rng.uniform(x.shape as [number]), share))));
}
