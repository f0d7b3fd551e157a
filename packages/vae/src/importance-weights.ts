import {
  type DiagonalGaussian,
  gaussianLogProb,
  logSumExp,
  type Rng,
  reparameterize,
  standardNormalLogProb,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** What a bound asks of a model. */
export interface LatentModel {
  /** q(z given x). */
  posterior(examples: Examples): DiagonalGaussian;
  /** log p(x given z) in nats, one value an example. */
  logProb(examples: Examples, z: tf.Tensor2D): tf.Tensor1D;
}

export interface Examples {
  /** [batch, ...shape] */
  readonly x: tf.Tensor;
  /** The class of each in a conditional model, one-hot [batch, classes]. */
  readonly y?: tf.Tensor2D | undefined;
}

/** The two factors of the weights p(x, z) / q(z given x) of some draws of z, in nats: [draws, batch] each. */
export interface ImportanceTerms {
  /** log p(x given z). */
  readonly logProb: tf.Tensor2D;
  /** log p(z) - log q(z given x): on average minus the KL. */
  readonly logRatio: tf.Tensor2D;
}

/** Draws z from q so many times an example; gradients reach q through z. */
export function drawImportanceTerms(model: LatentModel, examples: Examples, draws: number, rng: Rng): ImportanceTerms {
  const { mean, logVariance } = model.posterior(examples);
  const posterior = { mean: repeat(mean, draws), logVariance: repeat(logVariance, draws) };
  const z = reparameterize(posterior, rng); // [draws * batch, latent]
  const { x, y } = examples;
  const logProb = model.logProb({ x: repeat(x, draws), y: y && repeat(y, draws) }, z);
  const logRatio = tf.sub(standardNormalLogProb(z), gaussianLogProb(z, posterior));
  return { logProb: tf.reshape(logProb, [draws, -1]), logRatio: tf.reshape(logRatio, [draws, -1]) };
}

/** log p(x given z) + power (log p(z) - log q(z given x)): [draws, batch]. With power 1, the logarithms of the weights. */
export function logWeights({ logProb, logRatio }: ImportanceTerms, power = 1): tf.Tensor2D {
  return tf.add(logProb, tf.mul(logRatio, power));
}

/** log of the mean weight of the draws, [draws, batch] -> one value an example (Burda et al. 2016, eq. 8). */
export function importanceBound(logWeights: tf.Tensor2D): tf.Tensor1D {
  const [draws, batch] = logWeights.shape;
  return tf.sub(tf.reshape(logSumExp(logWeights, 0), [batch]), Math.log(draws));
}

/** The whole batch `times` times over. By broadcasting: `tf.tile` is twenty times slower on wasm. */
function repeat<T extends tf.Tensor>(x: T, times: number): T {
  const copies = tf.add(x, tf.zeros([times, ...x.shape.map(() => 1)]));
  return tf.reshape(copies, [times * x.shape[0]!, ...x.shape.slice(1)]) as T;
}
