import * as tf from '@tensorflow/tfjs-core';
import { checkCount } from '../check-count.ts';
import { checkCodes } from './check-codes.ts';
import { interpolationStrips } from './interpolation-strips.ts';
import type { Interpolation } from './lerp.ts';
import { slerp } from './slerp.ts';

/**
 * Codes between four corners: [4, dimensions] to [rows * columns, dimensions], both in reading order. Goes down the left and the
 * right edge, then across. The caller disposes them.
 */
export function cornerGrid(corners: tf.Tensor2D, rows: number, columns: number, along: Interpolation = slerp): tf.Tensor2D {
  checkCodes(corners, 'corners', 4, (count) => count === 4);
  checkCount('rows', rows);
  checkCount('columns', columns);
  return tf.tidy(() => {
    const [top, bottom] = tf.split(corners, 2) as [tf.Tensor2D, tf.Tensor2D]; // left and right of each
    const edges = interpolationStrips(top, bottom, rows, along); //              [2 * rows, dimensions], left then right
    const [left, right] = tf.split(edges, 2) as [tf.Tensor2D, tf.Tensor2D];
    return interpolationStrips(left, right, columns, along);
  });
}
