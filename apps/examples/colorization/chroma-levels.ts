import * as tf from '@tensorflow/tfjs-core';

/** How chroma is made coarse. */
export interface Coarseness {
  /** Pixels along each side of the squares that share their chroma. */
  readonly block: number;
  /** An odd number, so that one of them is grey. */
  readonly levels: number;
}

/** From the least chroma to the greatest: -255 to 255. */
const range = 510;

/**
 * Chroma as levels of [0, 1], of which the middle one is grey: [batch, height, width, 2] to [batch, height / block, width / block, 2].
 * A level stands for the mean of its square. Called inside a tidy.
 */
export function toLevels(chroma: tf.Tensor4D, { block, levels }: Coarseness): tf.Tensor4D {
  const means = tf.avgPool(chroma, block, block, 'valid');
  return tf.div(tf.round(tf.mul(tf.add(means, range / 2), (levels - 1) / range)), levels - 1);
}

/** Whole numbers of chroma again, which go over from square to square without an edge. Called inside a tidy. */
export function fromLevels(values: tf.Tensor4D, block: number): tf.Tensor4D {
  const [, height, width] = values.shape;
  const means: tf.Tensor4D = tf.sub(tf.mul(values, range), range / 2);
  return tf.round(tf.image.resizeBilinear(means, [height * block, width * block], false, true));
}
