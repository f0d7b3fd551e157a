import * as tf from '@tensorflow/tfjs-core';
import { toRgb, type YCoCg } from './ycocg.ts';

/** Steps from grey to the wanted chroma. */
const steps = 32;

/**
 * Bytes of red, green and blue, [batch, height, width, 3], with exactly this luma. Where no colour of this luma has the wanted chroma
 * (a bright blue, a dark yellow), it is paler: the last step on the straight way from grey that is a colour. Called inside a tidy.
 */
export function paint({ luma, chroma }: YCoCg): tf.Tensor4D {
  let painted = toRgb({ luma, chroma: tf.zerosLike(chroma) });
  for (let step = 1; step <= steps; step++) {
    const bolder = toRgb({ luma, chroma: tf.round(tf.mul(chroma, step / steps)) });
    painted = tf.where(isColour(bolder), bolder, painted);
  }
  return painted;
}

/** Whether all three are bytes: [batch, height, width, 1]. */
function isColour(rgb: tf.Tensor4D): tf.Tensor4D {
  return tf.logicalAnd(tf.greaterEqual(tf.min(rgb, 3, true), 0), tf.lessEqual(tf.max(rgb, 3, true), 255));
}
