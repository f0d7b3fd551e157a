import { createRng, interpolationStrip } from '@genmodels/core';
import type { Gan } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';
import { toFile } from '../data/draw-examples.ts';
import { givenLabels } from '../training/class-rows.ts';

/** Ways between two codes, and images along each. */
export const strips = { count: 8, images: 10 };

/** A row a way from one draw of z to another along their great circle; one class along it, where the model has classes. */
export function drawInterpolations(gan: Gan, seed: number): Promise<Uint8Array> {
  const { latent, classes } = gan.config;
  const rng = createRng(seed).fork('interpolation');
  const rows = tf.tidy(() =>
    tf.concat(
      Array.from({ length: strips.count }, (_, row) => {
        const ends = rng.normal<tf.Rank.R2>([2, latent]);
        const { condition } = givenLabels(classes, strips.images, () => row % classes);
        return gan.generate(interpolationStrip(ends, strips.images), condition);
      }),
    ),
  );
  return toFile(rows, 'images', strips.images);
}
