import { attributeVector } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { hasTrait, isMixed, type Kind, type Trait, traits } from './traits.ts';

/**
 * The direction in which a trait appears, less all along which the other traits change: [latent], of length 1. Shen et al. 2020
 * (1907.10786), section 2.3, with the differences of means in place of the normals of planes: where codes are N(0, I) and a plane parts
 * them, the two are parallel. The caller disposes it.
 */
export function pureDirection(codes: tf.Tensor2D, kinds: readonly Kind[], wanted: Trait): tf.Tensor1D {
  return tf.tidy(() => {
    const vectorOf = (trait: Trait) => {
      const present = kinds.map((kind) => hasTrait(kind, trait));
      return attributeVector(codes, present);
    };
    const basis: tf.Tensor1D[] = []; // orthonormal, by Gram and Schmidt
    for (const trait of traits) {
      if (trait !== wanted && isMixed(kinds, trait)) basis.push(unit(without(vectorOf(trait), basis)));
    }
    return unit(without(vectorOf(wanted), basis));
  });
}

/** Less what lies along each vector of an orthonormal basis. */
function without(vector: tf.Tensor1D, basis: readonly tf.Tensor1D[]): tf.Tensor1D {
  return basis.reduce((rest, axis) => tf.sub(rest, tf.mul(axis, tf.sum(tf.mul(rest, axis)))), vector);
}

function unit(vector: tf.Tensor1D): tf.Tensor1D {
  return tf.div(vector, tf.maximum(tf.norm(vector), 1e-12));
}
