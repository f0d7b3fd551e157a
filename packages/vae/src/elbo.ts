import { check, type DiagonalGaussian, klPerDimension, klToStandardNormal, type ObjectiveLoss } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { VaeConfig } from './config.ts';
import { type ImportanceTerms, importanceBound, logWeights } from './importance-weights.ts';

/** The two sides of the bound, in nats, one value an example: ELBO = logProb - kl (Kingma and Welling 2014, eq. 3). */
export interface ElboTerms {
  /** log p(x given z) for one z drawn from q. */
  readonly logProb: tf.Tensor1D;
  readonly posterior: DiagonalGaussian;
}

/** What the KL term costs: `weight` a nat, but for the first `freeBits` nats a dimension. */
interface KlPrice {
  readonly weight: number;
  readonly freeBits: number;
}

export function elboOf({ logProb, posterior }: ElboTerms): tf.Tensor1D {
  return tf.sub(logProb, klToStandardNormal(posterior));
}

/** What training with one draw minimises: the mean of -log p(x given z) + weight KL. */
export function elboLoss({ logProb, posterior }: ElboTerms, { weight, freeBits }: KlPrice): ObjectiveLoss {
  const kl = tf.mean<tf.Scalar>(klToStandardNormal(posterior));
  const paid = freeBits === 0 ? kl : freeKl(posterior, freeBits);
  return { loss: tf.sub(tf.mul(paid, weight), tf.mean(logProb)), metrics: { reconstruction: tf.neg(tf.mean(logProb)), kl } };
}

/**
 * What training with several draws minimises: minus the mean importance-weighted bound. Beside the means over the draws it reports
 * `gain`, the nats by which all draws together beat one: loss = reconstruction + weight kl - gain.
 */
export function importanceLoss(terms: ImportanceTerms, { weight }: KlPrice): ObjectiveLoss {
  const weights = logWeights(terms, weight);
  const bound = tf.mean<tf.Scalar>(importanceBound(weights));
  return {
    loss: tf.neg(bound),
    metrics: {
      reconstruction: tf.neg(tf.mean(terms.logProb)),
      kl: tf.neg(tf.mean(terms.logRatio)),
      gain: tf.sub(bound, tf.mean(weights)),
    },
  };
}

/** The KL term's weight at a step: a straight line up to beta. */
export function klWeight({ beta, warmUp }: Pick<VaeConfig, 'beta' | 'warmUp'>, step: number): number {
  return warmUp === 0 ? beta : beta * Math.min(1, step / warmUp);
}

/** Free bits are of the KL in closed form, dimension by dimension, which the importance-weighted bound does not have. */
export function checkFreeBits({ freeBits, importanceSamples }: Pick<VaeConfig, 'freeBits' | 'importanceSamples'>): void {
  check(
    freeBits === 0 || importanceSamples === 1,
    'invalid-config',
    () =>
      `Vae.freeBits must be 0 with ${importanceSamples} importance samples, got ${freeBits}; warmUp works against collapse there`,
  );
}

/** sum_j max(lambda, mean over the batch of KL_j), Kingma et al. 2016, eq. 15. */
function freeKl(posterior: DiagonalGaussian, freeBits: number): tf.Scalar {
  const byDimension = tf.mean(klPerDimension(posterior), 0); // [latent]
  return tf.sum(tf.maximum(byDimension, freeBits));
}
