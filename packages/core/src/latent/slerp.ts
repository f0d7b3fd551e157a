import * as tf from '@tensorflow/tfjs-core';

/**
 * The point at `amount` of the great circle between two codes, row by row: it stays where a Gaussian of many dimensions has
 * its mass. (sin((1 - t) w) from + sin(t w) to) / sin(w), w the angle between them; rows that are parallel or opposite have no
 * circle of their own and take the straight line. White 2016 (1609.04468), section 2.1.
 */
export function slerp(from: tf.Tensor2D, to: tf.Tensor2D, amount: number | tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const angle = angleBetween(from, to);
    const sine = tf.sin(angle);
    const hasCircle = tf.greater(sine, 1e-3);
    const divisor = tf.maximum(sine, 1e-3);
    const weight = (share: tf.Tensor): tf.Tensor => tf.where(hasCircle, tf.div(tf.sin(tf.mul(angle, share)), divisor), share);
    const t = tf.add(tf.zerosLike(angle), amount);
    return tf.add(tf.mul(from, weight(tf.sub(1, t))), tf.mul(to, weight(t)));
  });
}

/** In radians, [batch, 1]: twice the angle whose tangent is |u - v| / |u + v|, exact also where an arc cosine is not. */
function angleBetween(from: tf.Tensor2D, to: tf.Tensor2D): tf.Tensor2D {
  const u = unit(from);
  const v = unit(to);
  return tf.mul(tf.atan2(length(tf.sub(u, v)), length(tf.add(u, v))), 2);
}

function unit(x: tf.Tensor2D): tf.Tensor2D {
  return tf.div(x, tf.maximum(length(x), 1e-12)); // zeros stay zeros: shaders may not see a NaN
}

function length(x: tf.Tensor): tf.Tensor2D {
  return tf.sqrt(tf.sum<tf.Tensor2D>(tf.square(x), 1, true));
}
