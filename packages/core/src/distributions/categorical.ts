import * as tf from '@tensorflow/tfjs-core';
import { logSumExp } from '../ops/log-sum-exp.ts';
import type { Rng } from '../rng.ts';
import { sumPerExample } from './sum-per-example.ts';

/** log p(values) in nats, one value an example: logits [batch, ..., k], values int32 [batch, ...] from 0 to k - 1. */
export function categoricalLogProb(values: tf.Tensor, logits: tf.Tensor): tf.Tensor1D {
  return tf.tidy(() => {
    const chosen = tf.sum(tf.mul(logits, tf.oneHot(tf.cast(values, 'int32'), logits.shape.at(-1)!)), -1);
    return sumPerExample(tf.sub(chosen, tf.squeeze(logSumExp(logits), [-1])));
  });
}

/**
 * Draws a value for each row of logits: [..., k] to int32 [...]. Adds Gumbel noise and takes the largest, so a seed gives the
 * same values on every backend; the logarithms run on the host, where they are exact near u = 1.
 */
export function drawCategorical(logits: tf.Tensor, rng: Rng): tf.Tensor {
  const noise = rng.fillUniform(new Float32Array(logits.size)).map((u) => -Math.log(-Math.log(u)));
  return tf.tidy(() => tf.argMax(tf.add(logits, tf.tensor(noise, logits.shape)), -1));
}
