import { drawInteger, type Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** Sets a rectangle of half the height and width to zero, the middle of the range; its centre lies anywhere, so the border may cut it. */
export function cutout(x: tf.Tensor4D, rng: Rng): tf.Tensor4D {
  const [batch, height, width] = x.shape;
  const [rows, columns] = [holes(batch, height, rng.fork('rows')), holes(batch, width, rng.fork('columns'))];
  const hole = tf.mul(tf.reshape(rows, [batch, height, 1, 1]), tf.reshape(columns, [batch, 1, width, 1]));
  return tf.mul(x, tf.sub(1, hole));
}

/** [batch, size]: ones along half of each row. */
function holes(batch: number, size: number, rng: Rng): tf.Tensor2D {
  const length = Math.round(size / 2);
  const inside = new Float32Array(batch * size);
  for (let example = 0; example < batch; example++) {
    // An even hole is centred between two pixels or on either border, an odd one on a pixel.
    const begin = drawInteger(size + 1 - (length % 2), rng) - Math.floor(length / 2);
    inside.fill(1, example * size + Math.max(0, begin), example * size + Math.min(size, begin + length));
  }
  return tf.tensor2d(inside, [batch, size]);
}
