import type * as tf from '@tensorflow/tfjs-core';

/** The evidence lower bound and what of it is the KL. */
export interface ElboParts {
  /** In nats, one value an image. */
  readonly elbo: tf.Tensor1D;
  /** KL(q(z given x) || N(0, I)) in nats, one value an image. */
  readonly kl: tf.Tensor1D;
  /** What part of the negative bound, over all these images, the KL is: 0 where z says nothing. */
  readonly klShare: tf.Scalar;
}
