import type { Dataset } from '@genmodels/datasets';
import type { AdversarialAutoencoder } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { drawRows, repeatImages } from '../data/draw-rows.ts';

/** Test images whose style is shown. */
const styleRows = 10;

/** A row for each test image: it, and what its z makes of each class. Makhzani et al. 2015, figures 7 and 8. */
export async function drawStyles(model: AdversarialAutoencoder, test: Dataset): Promise<Uint8Array> {
  const { classes, latent } = model.config;
  const count = Math.min(styleRows, test.length);
  const x = test.images(Array.from({ length: count }, (_, i) => i));
  const made = tf.tidy(() => {
    const z = tf.reshape(repeatImages(tf.reshape(model.encode(x), [count, 1, 1, latent]), classes), [-1, latent]) as tf.Tensor2D;
    return model.decode(z, { labels: Int32Array.from({ length: count * classes }, (_, i) => i % classes) }) as tf.Tensor4D;
  });
  try {
    return await drawRows(x, made);
  } finally {
    tf.dispose([x, made]);
  }
}
