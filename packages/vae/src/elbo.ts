import {
  check,
  type DiagonalGaussian,
  klPerDimension,
  klToStandardNormal,
  type ObjectiveLoss,
  type Rng,
  reparameterize,
  type TrainingState,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { VaeConfig } from './config.ts';
import { type Examples, type ImportanceTerms, importanceBound, type LatentModel, logWeights } from './importance-weights.ts';

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

/** Draws one z an example from q; gradients reach q through z. */
export function drawElboTerms(model: LatentModel, examples: Examples, rng: Rng): ElboTerms {
  const posterior = model.posterior(examples);
  return { logProb: model.logProb(examples, reparameterize(posterior, rng)), posterior };
}

export function elboOf({ logProb, posterior }: ElboTerms): tf.Tensor1D {
  return tf.sub(logProb, klToStandardNormal(posterior));
}

/** A loss with the two sides of the bound, which are means over the batch. */
interface ElboLoss extends ObjectiveLoss {
  readonly metrics: { readonly reconstruction: tf.Scalar; readonly kl: tf.Scalar };
}

/** What training with one draw minimises: the mean of -log p(x given z) + weight KL. */
export function elboLoss({ logProb, posterior }: ElboTerms, { weight, freeBits }: KlPrice): ElboLoss {
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

/** Validation looks at the bound itself (with beta), without warm-up and free bits. */
export function klPrice(config: PriceConfig, { step, mode }: TrainingState): KlPrice {
  const { beta, freeBits } = config;
  return mode === 'train' ? { weight: klWeight(config, step), freeBits } : { weight: beta, freeBits: 0 };
}

type PriceConfig = Pick<VaeConfig, 'beta' | 'warmUp' | 'freeBits'>;

/** The KL term's weight at a step: a straight line up to beta. */
function klWeight({ beta, warmUp }: PriceConfig, step: number): number {
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
