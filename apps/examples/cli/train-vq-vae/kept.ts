import { createRng } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { VqVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { parts } from './parts.ts';

/** What its codes keep of images. */
export interface Kept {
  readonly images: number;
  /** Mean of (value - reconstruction)^2 over values and images. */
  readonly difference: number;
  /** -log p(x given its codes) in nats, the mean over the images. */
  readonly nats: number;
}

export async function keptOf(vqVae: VqVae, images: Dataset): Promise<Kept> {
  let [difference, nats] = [0, 0];
  for (const indices of parts(images)) {
    const both = tf.tidy(() => meansOf(vqVae, images.images(indices)));
    const [ofDifference, ofNats] = await both.data<'float32'>();
    difference += (ofDifference! * indices.length) / images.length;
    nats += (ofNats! * indices.length) / images.length;
    both.dispose();
  }
  return { images: images.length, difference, nats };
}

/** What the codes keep of each image, which the caller disposes. */
export function reconstructAll(vqVae: VqVae, images: Dataset): tf.Tensor4D {
  return tf.tidy(() => tf.concat(parts(images).map((indices) => tf.tidy(() => vqVae.reconstruct(images.images(indices))))));
}

/** Both means over some images, the second as validation has it. Called inside a tidy. */
function meansOf(vqVae: VqVae, x: tf.Tensor4D): tf.Tensor1D {
  const [objective] = vqVae.objectives();
  const { metrics } = objective!.loss({ x }, createRng(0), { step: 0, mode: 'infer' });
  const difference = tf.mean<tf.Scalar>(tf.squaredDifference(x, vqVae.reconstruct(x)));
  return tf.stack([difference, metrics!['reconstruction']!]) as tf.Tensor1D;
}
