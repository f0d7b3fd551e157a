import * as tf from '@tensorflow/tfjs-core';
import { toFile } from '../data/draw-examples.ts';
import { type Draws, shown } from './draws.ts';

/** PNG files. */
export interface SuperResolutionPictures {
  readonly resolved: Uint8Array;
  /** The same by the model that knows of no small image. */
  readonly plain: Uint8Array;
}

export async function drawPictures(draws: Draws, scale: number): Promise<SuperResolutionPictures> {
  const { truth, small, large, plain } = draws;
  return { resolved: await drawRows(truth, small, large, scale), plain: await drawRows(truth, small, plain, scale) };
}

/** A row an image: its small one, enlarged; what was drawn; itself. */
function drawRows(truth: tf.Tensor4D, small: tf.Tensor4D, drawn: tf.Tensor4D, scale: number): Promise<Uint8Array> {
  const rows = tf.tidy(() => {
    const [count, ...shape] = truth.shape;
    const apart = tf.reshape(drawn, [count, shown.times, ...shape]);
    const row = tf.concat([tf.expandDims(enlarge(small, truth.shape, scale), 1), apart, tf.expandDims(truth, 1)], 1);
    return tf.reshape(row, [count * (shown.times + 2), ...shape]);
  });
  return toFile(rows, 'images', shown.times + 2);
}

/** Each pixel `scale` times along both sides, cut where the scale does not divide the large image's. */
function enlarge(small: tf.Tensor4D, shape: tf.Tensor4D['shape'], scale: number): tf.Tensor4D {
  const [, height, width] = small.shape;
  const repeated = tf.image.resizeNearestNeighbor(small, [height * scale, width * scale]);
  return tf.slice(repeated, [0, 0, 0, 0], shape);
}
