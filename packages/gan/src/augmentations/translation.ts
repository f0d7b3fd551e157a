import { drawInteger, type Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** Moves each image by up to an eighth of its height and width in whole pixels; zeros, the middle of the range, come in from the border. */
export function translation(x: tf.Tensor4D, rng: Rng): tf.Tensor4D {
  return transposed(moveRows(transposed(moveRows(x, rng.fork('rows'))), rng.fork('columns')));
}

/** By a product with a matrix of ones and zeros: fast on every backend, both ways, which gathering pixels is not. */
function moveRows(x: tf.Tensor4D, rng: Rng): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const rows: tf.Tensor3D = tf.reshape(x, [batch, height, width * channels]);
  return tf.reshape(tf.matMul(moves(batch, height, rng), rows), x.shape);
}

/** [batch, size, size]: each row picks the one that lies a drawn distance before it, or none. */
function moves(batch: number, size: number, rng: Rng): tf.Tensor3D {
  const furthest = Math.round(size / 8);
  const picks = new Float32Array(batch * size * size);
  for (let example = 0; example < batch; example++) {
    const distance = drawInteger(2 * furthest + 1, rng) - furthest;
    for (let to = Math.max(0, distance); to < Math.min(size, size + distance); to++) {
      picks[(example * size + to) * size + to - distance] = 1;
    }
  }
  return tf.tensor3d(picks, [batch, size, size]);
}

/** Rows as columns. */
function transposed(x: tf.Tensor4D): tf.Tensor4D {
  return tf.transpose(x, [0, 2, 1, 3]);
}
