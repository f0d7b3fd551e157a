import type { Dataset } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { toFile } from '../data/draw-examples.ts';
import type { AutoregressiveModel } from './models.ts';

/** PNG files. */
export interface PixelcnnPictures {
  readonly samples: Uint8Array;
  readonly completions: Uint8Array;
}

/** Samples in the picture, and images that are completed, each so many times. */
export const sampleCount = 64;
export const completed = { images: 8, times: 6 };

export async function drawSamples(model: AutoregressiveModel, seed: number): Promise<Uint8Array> {
  return toFile(await model.sample({ count: sampleCount, seed }), 'images');
}

/** A row a test image: the image, its upper half, and what the model makes of that, again and again. */
export async function drawCompletions(model: AutoregressiveModel, test: Dataset, seed: number): Promise<Uint8Array> {
  const { images, times } = completed;
  const count = Math.min(images, test.length);
  const [height, width] = test.spec.shape as [number, number, number];
  const x = test.images(Uint32Array.from({ length: count }, (_, i) => i));
  const mask = tf.tidy(() => tf.concat([tf.ones([Math.floor(height / 2), width]), tf.zeros([Math.ceil(height / 2), width])]));
  const halves = tf.tidy(() => tf.mul(x, tf.reshape(mask, [1, height, width, 1])));
  const repeated = tf.tidy(() =>
    tf.reshape(tf.tile(tf.expandDims(x, 1), [1, times, 1, 1, 1]), [count * times, ...x.shape.slice(1)]),
  );
  const filled = await model.complete(repeated, mask, { seed });
  const rows = tf.tidy(() => {
    const apart = tf.reshape(filled, [count, times, ...x.shape.slice(1)]);
    const row = tf.concat([tf.expandDims(x, 1), tf.expandDims(halves, 1), apart], 1);
    return tf.reshape(row, [count * (times + 2), ...x.shape.slice(1)]);
  });
  tf.dispose([x, mask, halves, repeated, filled]);
  return toFile(rows, 'images', times + 2);
}
