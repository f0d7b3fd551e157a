import type { Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** What `augmentations` of a GAN may name. */
export const augmentationNames: readonly AugmentationName[] = ['color', 'translation', 'cutout'];

export type AugmentationName = 'color' | 'translation' | 'cutout';

/** Changes each image of a batch in the players' range [batch, height, width, channels] by draws of its own; linear in x. */
export type Augmentation = (x: tf.Tensor4D, rng: Rng) => tf.Tensor4D;
