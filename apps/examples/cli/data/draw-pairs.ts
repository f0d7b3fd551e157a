import * as tf from '@tensorflow/tfjs-core';
import { toFile } from './draw-examples.ts';

/** Pixels between two pairs. */
const gap = 6;

/** Pairs of images as a PNG file, 8 in a row: one above, the one that belongs to it below. Leaves both alive. */
export function drawPairs(above: tf.Tensor4D, below: tf.Tensor4D): Promise<Uint8Array> {
  const pairs = tf.tidy(() => {
    const [count, , width, channels] = above.shape;
    const space = tf.fill([count, gap, width, channels], channels === 1 ? 0 : 1); // the page shows white strokes as ink on paper
    return tf.concat([space, above, below, space], 1);
  });
  return toFile(pairs, 'images', 8);
}
