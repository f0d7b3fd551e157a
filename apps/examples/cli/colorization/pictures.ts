import type { Dataset } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { checkGreys } from '../../colorization/check-greys.ts';
import type { Colorizer } from '../../colorization/colorizer.ts';
import { toGrey } from '../../colorization/to-grey.ts';
import { toFile } from '../data/draw-examples.ts';

/** Test images in a picture, and how often each is coloured. */
export const coloured = { images: 8, times: 4 };

/** What was drawn. */
export interface Colouring {
  /** A PNG file, a row a test image: it in grey, what the colorizer makes of that, again and again, and the image itself. */
  readonly png: Uint8Array;
  /** How many pixels were drawn. Each was greyed again and was the pixel that it was drawn on. */
  readonly pixels: number;
}

/** Colours test images. Rejects with 'invalid-value' where greying the result does not give back what was coloured. */
export async function drawColouring(colorizer: Colorizer, test: Dataset, seed: number): Promise<Colouring> {
  const count = Math.min(coloured.images, test.length);
  const truth = test.images(Uint32Array.from({ length: count }, (_, i) => i));
  const grey = toGrey(truth);
  const greys = repeat(grey, coloured.times);
  const drawn = await colorizer.colour(greys, { seed });
  try {
    const pixels = await checkGreys(drawn, greys);
    return { png: await toFile(rowsOf(grey, drawn, truth), 'images', coloured.times + 2), pixels };
  } finally {
    tf.dispose([truth, grey, greys, drawn]);
  }
}

/** Each image `times` times, one after another. */
function repeat(images: tf.Tensor4D, times: number): tf.Tensor4D {
  const [count, ...shape] = images.shape;
  return tf.tidy(() => tf.reshape(tf.tile(tf.expandDims(images, 1), [1, times, 1, 1, 1]), [count * times, ...shape]));
}

/** [count, ...], [count * times, ...] and [count, ...] to one row after another. */
function rowsOf(grey: tf.Tensor4D, drawn: tf.Tensor4D, truth: tf.Tensor4D): tf.Tensor4D {
  const [count, ...shape] = truth.shape;
  return tf.tidy(() => {
    const apart = tf.reshape(drawn, [count, drawn.shape[0] / count, ...shape]);
    const inColours = tf.tile(grey, [1, 1, 1, 3]);
    const rows = tf.concat([tf.expandDims(inColours, 1), apart, tf.expandDims(truth, 1)], 1);
    return tf.reshape(rows, [-1, ...shape]);
  });
}
