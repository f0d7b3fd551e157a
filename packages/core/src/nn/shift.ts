import * as tf from '@tensorflow/tfjs-core';
import { padImage } from './padding.ts';

/** Moves an image one row down: the first row becomes zeros, the last is lost. */
export function shiftDown(x: tf.Tensor4D): tf.Tensor4D {
  return tf.slice(padImage(x, { top: 1, bottom: 0, left: 0, right: 0 }), [0, 0, 0, 0], x.shape);
}

/** Moves an image one column to the right: the first column becomes zeros, the last is lost. */
export function shiftRight(x: tf.Tensor4D): tf.Tensor4D {
  return tf.slice(padImage(x, { top: 0, bottom: 0, left: 1, right: 0 }), [0, 0, 0, 0], x.shape);
}
