import { pureDirection } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { hasTrait, isMixed, type Kind, type Trait, traits } from './traits.ts';

/** The direction [latent], of length 1, in which a trait appears and no other one that some faces have and some not. The caller disposes it. */
export function traitDirection(codes: tf.Tensor2D, kinds: readonly Kind[], wanted: Trait): tf.Tensor1D {
  const presentOf = (trait: Trait) => kinds.map((kind) => hasTrait(kind, trait));
  const others = traits.filter((trait) => trait !== wanted && isMixed(kinds, trait));
  return pureDirection(codes, presentOf(wanted), others.map(presentOf));
}
