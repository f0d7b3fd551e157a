import * as tf from '@tensorflow/tfjs-core';
import { attributeVector } from './attribute-vector.ts';

/**
 * The direction in which an attribute appears and no other one does: its `attributeVector` less all that lies along those of the others,
 * brought to length 1, [dimensions]. A code that moves along it stays where it was along the vector of each other attribute. `wanted` and
 * each of `others` say of all the codes [n, dimensions] whether they have it, 1 or 0, and each must be found with and without. Zeros
 * where the others tell all that `wanted` does, so that nothing is left. The caller disposes it.
 *
 * Shen et al. 2020 (1907.10786), section 2.3, with the differences of means in place of the normals of planes: where codes are N(0, I)
 * and a plane parts them, the two are parallel.
 */
export function pureDirection(
  codes: tf.Tensor2D,
  wanted: ArrayLike<number>,
  others: readonly ArrayLike<number>[] = [],
): tf.Tensor1D {
  return tf.tidy(() => {
    const basis: tf.Tensor1D[] = []; // orthonormal, by Gram and Schmidt, but for zeros
    for (const other of others) basis.push(beside(basis, attributeVector(codes, other)));
    return beside(basis, attributeVector(codes, wanted));
  });
}

/** What of a vector lies along none of the basis, of length 1, or zeros where that is no more than rounding. */
function beside(basis: readonly tf.Tensor1D[], vector: tf.Tensor1D): tf.Tensor1D {
  const rest = basis.reduce((left, axis) => tf.sub(left, tf.mul(axis, tf.sum(tf.mul(left, axis)))), vector);
  const length = tf.norm(rest);
  const counts = tf.cast(tf.greater(length, tf.mul(tf.norm(vector), 1e-4)), 'float32');
  return tf.div(tf.mul(rest, counts), tf.maximum(length, 1e-12)); // zeros stay zeros: shaders may not see a NaN
}
