import * as tf from '@tensorflow/tfjs-core';
import { drawRows } from '../data/draw-rows.ts';
import type { Draws } from './draws.ts';

/** PNG files, a row an image: its small one, enlarged; what was drawn, by a model that is given it or one that is not; itself. */
export type SuperResolutionPictures = Readonly<Record<'resolved' | 'plain', Uint8Array>>;

export async function drawPictures({ truth, small, large, plain }: Draws, scale: number): Promise<SuperResolutionPictures> {
  const enlarged = enlarge(small, truth.shape, scale);
  try {
    return { resolved: await drawRows(enlarged, large, truth), plain: await drawRows(enlarged, plain, truth) };
  } finally {
    enlarged.dispose();
  }
}

/** Each pixel `scale` times along both sides, cut where the scale does not divide the large image's. */
function enlarge(small: tf.Tensor4D, shape: tf.Tensor4D['shape'], scale: number): tf.Tensor4D {
  const [, height, width] = small.shape;
  return tf.tidy(() => {
    const repeated = tf.image.resizeNearestNeighbor(small, [height * scale, width * scale]);
    return tf.slice(repeated, [0, 0, 0, 0], shape);
  });
}
