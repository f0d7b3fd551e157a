import { type DiagonalGaussian, klPerDimension, klToStandardNormal } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { VaeConfig } from './config.ts';

/** The two sides of the bound, in nats, one value an example: ELBO = logProb - kl (Kingma and Welling 2014, eq. 3). */
export interface ElboTerms {
  /** log p(x given z) for one z drawn from q. */
  readonly logProb: tf.Tensor1D;
  readonly posterior: DiagonalGaussian;
}

export function elboOf({ logProb, posterior }: ElboTerms): tf.Tensor1D {
  return tf.sub(logProb, klToStandardNormal(posterior));
}

/** What training minimises: the mean of -log p(x given z) + weight KL, where the first `freeBits` nats a dimension are free. */
export function trainingLoss({ logProb, posterior }: ElboTerms, weight: number, freeBits: number): tf.Scalar {
  const kl = freeBits === 0 ? tf.mean<tf.Scalar>(klToStandardNormal(posterior)) : freeKl(posterior, freeBits);
  return tf.sub(tf.mul(kl, weight), tf.mean(logProb));
}

/** The KL term's weight at a step: a straight line up to beta. */
export function klWeight({ beta, warmUp }: Pick<VaeConfig, 'beta' | 'warmUp'>, step: number): number {
  return warmUp === 0 ? beta : beta * Math.min(1, step / warmUp);
}

/** sum_j max(lambda, mean over the batch of KL_j), Kingma et al. 2016, eq. 15. */
function freeKl(posterior: DiagonalGaussian, freeBits: number): tf.Scalar {
  const byDimension = tf.mean(klPerDimension(posterior), 0); // [latent]
  return tf.sum(tf.maximum(byDimension, freeBits));
}
