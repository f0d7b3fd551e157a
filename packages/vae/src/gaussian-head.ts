import { Dense, type DiagonalGaussian, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** Features [batch, inputs] -> a diagonal Gaussian over z, whose mean and log-variance are linear in them: [batch, latent] each. */
export class GaussianHead {
  readonly mean: Dense;
  readonly logVariance: Dense;

  constructor({ inputs, latent }: { readonly inputs: number; readonly latent: number }, rng: Rng) {
    this.mean = new Dense({ inputs, units: latent }, rng.fork('mean'));
    this.logVariance = new Dense({ inputs, units: latent }, rng.fork('logVariance'));
  }

  apply(features: tf.Tensor2D): DiagonalGaussian {
    return { mean: this.mean.apply(features), logVariance: this.logVariance.apply(features) };
  }
}
