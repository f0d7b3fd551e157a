import * as tf from '@tensorflow/tfjs-core';

/** The length of all gradients taken as one vector. */
export function globalNorm(gradients: readonly tf.Tensor[]): tf.Scalar {
  return tf.tidy(() => {
    const squares = gradients.map((gradient) => tf.sum<tf.Scalar>(tf.square(gradient)));
    return tf.sqrt(squares.reduce((sum, square) => tf.add(sum, square), tf.scalar(0)));
  });
}

/** Shrinks all gradients by one factor so that their global norm is at most `norm` (Pascanu et al. 2013, algorithm 1). */
export function clipByGlobalNorm(gradients: readonly tf.Tensor[], norm: number): tf.Tensor[] {
  return tf.tidy(() => {
    const factor = tf.div(norm, tf.maximum(globalNorm(gradients), norm));
    return gradients.map((gradient) => tf.mul(gradient, factor));
  });
}
