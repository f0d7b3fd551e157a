import * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';
import type { Interpolation } from './lerp.ts';
import { slerp } from './slerp.ts';

/** Codes on the way between two, both included: [2, dimensions] to [count, dimensions]. */
export function interpolationStrip(ends: tf.Tensor2D, count: number, along: Interpolation = slerp): tf.Tensor2D {
  checkCorners(ends, 2);
  return tf.tidy(() => between(row(ends, 0), row(ends, 1), count, along));
}

/**
 * Codes between four corners: [4, dimensions] to [rows * columns, dimensions], both in reading order. Goes down the left and the
 * right edge, then across.
 */
export function cornerGrid(corners: tf.Tensor2D, rows: number, columns: number, along: Interpolation = slerp): tf.Tensor2D {
  checkCorners(corners, 4);
  return tf.tidy(() => {
    const left = between(row(corners, 0), row(corners, 2), rows, along);
    const right = between(row(corners, 1), row(corners, 3), rows, along);
    return tf.concat(Array.from({ length: rows }, (_, i) => between(row(left, i), row(right, i), columns, along)));
  });
}

/** Evenly spaced amounts from 0 to 1; a single one stands in the middle. */
function between(from: tf.Tensor2D, to: tf.Tensor2D, count: number, along: Interpolation): tf.Tensor2D {
  const amounts = Float32Array.from({ length: count }, (_, i) => (count === 1 ? 0.5 : i / (count - 1)));
  return along(tf.tile(from, [count, 1]), tf.tile(to, [count, 1]), tf.tensor2d(amounts, [count, 1]));
}

function row(x: tf.Tensor2D, index: number): tf.Tensor2D {
  return tf.slice(x, [index, 0], [1, -1]);
}

function checkCorners(corners: tf.Tensor2D, count: number): void {
  check(
    corners.rank === 2 && corners.shape[0] === count,
    'invalid-shape',
    () => `the codes to go between must be [${count}, dimensions], got [${corners.shape.join(', ')}]`,
  );
}
