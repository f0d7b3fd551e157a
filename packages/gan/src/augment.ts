import { check, type Rng, show } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Augmentation, AugmentationName } from './augmentation.ts';
import { color } from './augmentations/color.ts';
import { cutout } from './augmentations/cutout.ts';

import { translation } from './augmentations/translation.ts';

const byName: Readonly<Record<AugmentationName, Augmentation>> = { color, translation, cutout };

/**
 * Images as the discriminator sees them when data are few, one augmentation after another; each passes its gradient on to what made
 * the images. Zhao et al. 2020 (2006.10738).
 */
export function augment(x: tf.Tensor, names: readonly AugmentationName[], rng: Rng): tf.Tensor {
  return names.reduce((seen, name) => byName[name](seen, rng.fork(name)), x as tf.Tensor4D);
}

/** Only images can be augmented, and by each augmentation once. */
export function checkAugmentations(names: readonly AugmentationName[], shape: readonly number[]): void {
  check(
    names.length === 0 || shape.length === 3,
    'invalid-config',
    () => `augmentations change images, [height, width, channels]: leave them out for examples of ${show(shape)}`,
  );
  check(new Set(names).size === names.length, 'invalid-config', () => `augmentations must be different ones, got ${show(names)}`);
}
