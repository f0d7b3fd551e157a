import * as tf from '@tensorflow/tfjs-core';

/** Colours as whole numbers. */
export interface YCoCg {
  /** Y, 'grey': 0 to 255. [batch, height, width, 1] */
  readonly luma: tf.Tensor4D;
  /** Co, from blue to orange, and Cg, from purple to green: -255 to 255, and 0 for grey. [batch, height, width, 2] */
  readonly chroma: tf.Tensor4D;
}

/**
 * Takes bytes of red, green and blue, [batch, height, width, 3], apart into luma and chroma. Each step changes one number by what
 * the others say and so can be undone in whole numbers: YCoCg-R, Malvar and Sullivan 2003 (JVT-I014r3). Called inside a tidy.
 */
export function toYCoCg(bytes: tf.Tensor4D): YCoCg {
  const [red, green, blue] = tf.split(bytes, 3, 3) as [tf.Tensor4D, tf.Tensor4D, tf.Tensor4D];
  const orange: tf.Tensor4D = tf.sub(red, blue);
  const between: tf.Tensor4D = tf.add(blue, half(orange));
  const greenness: tf.Tensor4D = tf.sub(green, between);
  return { luma: tf.add(between, half(greenness)), chroma: tf.concat([orange, greenness], 3) };
}

/**
 * The inverse, for any whole numbers: [batch, height, width, 3], which may lie outside 0 to 255 where there is no such colour.
 * Wherever it is inside, `toYCoCg` gives back the same luma. Called inside a tidy.
 */
export function toRgb({ luma, chroma }: YCoCg): tf.Tensor4D {
  const [orange, greenness] = tf.split(chroma, 2, 3) as [tf.Tensor4D, tf.Tensor4D];
  const between: tf.Tensor4D = tf.sub(luma, half(greenness));
  const green: tf.Tensor4D = tf.add(between, greenness);
  const blue: tf.Tensor4D = tf.sub(between, half(orange));
  const red: tf.Tensor4D = tf.add(blue, orange);
  return tf.concat([red, green, blue], 3);
}

/** x >> 1 */
function half(x: tf.Tensor4D): tf.Tensor4D {
  return tf.floor(tf.div<tf.Tensor4D>(x, 2));
}
