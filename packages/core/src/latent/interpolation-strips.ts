import * as tf from '@tensorflow/tfjs-core';
import { checkCount } from '../check-count.ts';
import { check } from '../errors.ts';
import { describeTensor, equalShapes } from '../shape.ts';
import type { Interpolation } from './lerp.ts';
import { slerp } from './slerp.ts';

/**
 * Evenly spaced codes on the way from each row of `from` to that of `to`, [rows, dimensions] both: [rows * count, dimensions], way after
 * way. Both ends are among them, and are the very codes that were given; a single one stands in the middle. The caller disposes them.
 *
 * So that a way between two images ends at their reconstructions, give it what these are decoded from: of a VAE the means of
 * q(z given x), not draws.
 */
export function interpolationStrips(
  from: tf.Tensor2D,
  to: tf.Tensor2D,
  count: number,
  along: Interpolation = slerp,
): tf.Tensor2D {
  check(
    from?.rank === 2 && to?.rank === 2 && equalShapes(from.shape, to.shape),
    'invalid-shape',
    () => `from and to must be alike, [rows, dimensions], got ${describeTensor(from)} and ${describeTensor(to)}`,
  );
  checkCount('count', count);
  const rows = Int32Array.from({ length: from.shape[0] * count }, (_, i) => Math.floor(i / count));
  const amounts = Float32Array.from(rows, (_, i) => (count === 1 ? 0.5 : (i % count) / (count - 1)));
  return tf.tidy(() => along(tf.gather(from, rows), tf.gather(to, rows), tf.tensor2d(amounts, [rows.length, 1])));
}
