import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../rng.ts';
import { sumPerExample } from './sum-per-example.ts';

/**
 * log p(x) in nats, one value an example, of independent binary values with these logits, both [batch, ...]. It never takes
 * the log of a probability. For x between 0 and 1 it is minus the cross-entropy.
 */
export function bernoulliLogProb(x: tf.Tensor, logits: tf.Tensor): tf.Tensor1D {
  return tf.tidy(() => sumPerExample(tf.sub(tf.mul(x, logits), tf.softplus(logits))));
}

/** Draws 0 or 1 (float32) for each logit. */
export function drawBernoulli<R extends tf.Rank>(logits: tf.Tensor<R>, rng: Rng): tf.Tensor<R> {
  return tf.tidy(() => tf.step(tf.sub(tf.sigmoid(logits), rng.uniform<R>(logits.shape))));
}
