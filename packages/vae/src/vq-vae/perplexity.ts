import * as tf from '@tensorflow/tfjs-core';

/** exp of the entropy of shares given as counts [entries]: how many entries, used alike, would be as varied. */
export function perplexity(counts: tf.Tensor1D): tf.Scalar {
  return tf.tidy(() => {
    const shares = tf.div(counts, tf.sum(counts));
    return tf.exp(tf.neg(tf.sum(tf.mul(shares, tf.log(tf.maximum(shares, 1e-20)))))); // 0 log 0 is 0
  });
}
