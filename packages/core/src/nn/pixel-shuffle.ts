import * as tf from '@tensorflow/tfjs-core';

/**
 * Spreads channels over blocks of pixels: [batch, height, width, block^2 * channels] to
 * [batch, height * block, width * block, channels]. Input channel (row * block + column) * channels + c becomes channel c of
 * the pixel at [row, column] of the block (TensorFlow's order; PyTorch's has c first). Shi et al. 2016 (1609.05158).
 */
export function pixelShuffle(x: tf.Tensor4D, block: number): tf.Tensor4D {
  const [batch, height, width, depth] = x.shape;
  const cells = tf.reshape(x, [batch * height, width, block, depth / block]); // [.., .., row, column and channel]
  const rows = tf.transpose(cells, [0, 2, 1, 3]);
  return tf.reshape(rows, [batch, height * block, width * block, depth / block ** 2]);
}

/** The inverse of `pixelShuffle`: a smaller image that has lost nothing. Height and width are multiples of `block`. */
export function pixelUnshuffle(x: tf.Tensor4D, block: number): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const rows = tf.reshape(x, [(batch * height) / block, block, width / block, block * channels]);
  const cells = tf.transpose(rows, [0, 2, 1, 3]);
  return tf.reshape(cells, [batch, height / block, width / block, block ** 2 * channels]);
}
