import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../rng.ts';

/** A Gaussian with independent dimensions, one a row: [batch, dimensions] each. */
export interface DiagonalGaussian {
  readonly mean: tf.Tensor2D;
  readonly logVariance: tf.Tensor2D;
}

/** z = mean + sigma * epsilon, so that gradients reach mean and logVariance. Kingma and Welling 2014, section 2.4. */
export function reparameterize({ mean, logVariance }: DiagonalGaussian, rng: Rng): tf.Tensor2D {
  return tf.tidy(() => {
    const sigma = tf.exp(tf.mul(logVariance, 0.5));
    return tf.add(mean, tf.mul(sigma, rng.normal<tf.Rank.R2>(mean.shape)));
  });
}

/** log p(x) in nats, one value a row. */
export function gaussianLogProb(x: tf.Tensor2D, { mean, logVariance }: DiagonalGaussian): tf.Tensor1D {
  return tf.tidy(() => {
    const distance = tf.mul(tf.square(tf.sub(x, mean)), tf.exp(tf.neg(logVariance)));
    return tf.mul(tf.sum(tf.add(tf.add(distance, logVariance), LOG_TWO_PI), 1), -0.5);
  });
}

/** log N(z; 0, I) in nats, one value a row. */
export function standardNormalLogProb(z: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => tf.mul(tf.sum(tf.add(tf.square(z), LOG_TWO_PI), 1), -0.5));
}

/** KL(q || N(0, I)) in nats of each dimension: [batch, dimensions]. Free bits need them apart. */
export function klPerDimension({ mean, logVariance }: DiagonalGaussian): tf.Tensor2D {
  return tf.tidy(() => tf.mul(tf.sub(tf.add(tf.exp(logVariance), tf.square(mean)), tf.add(logVariance, 1)), 0.5));
}

/** KL(q || N(0, I)) in nats, one value a row. Kingma and Welling 2014, appendix B. */
export function klToStandardNormal(q: DiagonalGaussian): tf.Tensor1D {
  return tf.tidy(() => tf.sum(klPerDimension(q), 1));
}

/** KL(q || p) in nats, one value a row. */
export function klBetween(q: DiagonalGaussian, p: DiagonalGaussian): tf.Tensor1D {
  return tf.tidy(() => {
    const logRatio = tf.sub(q.logVariance, p.logVariance);
    const distance = tf.mul(tf.square(tf.sub(q.mean, p.mean)), tf.exp(tf.neg(p.logVariance)));
    const terms = tf.sub(tf.add(tf.exp(logRatio), distance), tf.add(logRatio, 1));
    return tf.mul(tf.sum(terms, 1), 0.5);
  });
}

const LOG_TWO_PI = 1.8378770664093453; // log(2 pi)
