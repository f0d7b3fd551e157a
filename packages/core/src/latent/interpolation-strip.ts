import * as tf from '@tensorflow/tfjs-core';
import { checkCodes } from './check-codes.ts';
import { interpolationStrips } from './interpolation-strips.ts';
import type { Interpolation } from './lerp.ts';
import { slerp } from './slerp.ts';

/** Codes on the way between two, both included: [2, dimensions] to [count, dimensions]. The caller disposes them. */
export function interpolationStrip(ends: tf.Tensor2D, count: number, along: Interpolation = slerp): tf.Tensor2D {
  checkCodes(ends, 'ends', 2, (rows) => rows === 2);
  return tf.tidy(() => {
    const [from, to] = tf.split(ends, 2) as [tf.Tensor2D, tf.Tensor2D]; // [1, dimensions] each
    return interpolationStrips(from, to, count, along);
  });
}
