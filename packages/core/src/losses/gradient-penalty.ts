import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../rng.ts';

/** Scores of each example, [batch] or [batch, 1]. It must not mix the examples of a batch: no batch normalisation. */
export type Critic<T extends tf.Tensor = tf.Tensor> = (x: T) => tf.Tensor;

/**
 * (|d critic / d x| - 1)^2 at random points between real and fake, one value an example. Differentiable with respect to the
 * critic's weights, once `registerGradients()` was called. Gulrajani et al. 2017 (1704.00028), eq. 3, without its weight.
 */
export function gradientPenalty<T extends tf.Tensor>(critic: Critic<T>, real: T, fake: T, rng: Rng): tf.Tensor1D {
  return tf.tidy(() => {
    const share = rng.uniform(real.shape.map((size, axis) => (axis === 0 ? size : 1)));
    const between: T = tf.add(fake, tf.mul(share, tf.sub(real, fake)));
    const norm = tf.sqrt(tf.add(squaredSlope(critic, between), 1e-12)); // the root has no slope at 0
    return tf.square(tf.sub(norm, 1));
  });
}

/**
 * |d critic / d x|^2 at the real examples, one value each, differentiable as above. R1 is this times gamma / 2. Mescheder et al.
 * 2018 (1801.04406), eq. 9.
 */
export function r1Penalty<T extends tf.Tensor>(critic: Critic<T>, real: T): tf.Tensor1D {
  return tf.tidy(() => squaredSlope(critic, real));
}

/** The slope of the sum of all scores holds that of each, as each sees only its own example. */
function squaredSlope<T extends tf.Tensor>(critic: Critic<T>, x: T): tf.Tensor1D {
  // What `tf.grad` does, which would bring 2.6 kB of tfjs along that nobody needs.
  const { grads } = tf.engine().gradients(() => tf.sum(critic(x)), [x]);
  return tf.sum(tf.square(tf.reshape(grads[0]!, [x.shape[0]!, -1])), 1);
}
