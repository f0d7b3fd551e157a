import type { Dataset } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { checkGreys } from '../../colorization/check-greys.ts';
import type { Colorizer } from '../../colorization/colorizer.ts';
import { toGrey } from '../../colorization/to-grey.ts';
import { drawRows, repeatImages } from '../data/draw-rows.ts';

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
  const greys = repeatImages(grey, coloured.times);
  const drawn = await colorizer.colour(greys, { seed });
  const inColours = tf.tile(grey, [1, 1, 1, 3]);
  try {
    const pixels = await checkGreys(drawn, greys);
    return { png: await drawRows(inColours, drawn, truth), pixels };
  } finally {
    tf.dispose([truth, grey, greys, drawn, inColours]);
  }
}
