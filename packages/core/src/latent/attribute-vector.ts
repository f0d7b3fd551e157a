import * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';

/** The mean code of each label, 0 ... `classes` - 1, each of which must occur: codes [n, dimensions] to [classes, dimensions]. */
export function meanCodes(codes: tf.Tensor2D, labels: ArrayLike<number>, classes: number): tf.Tensor2D {
  const sizes = countLabels(labels, classes);
  const counted = sizes.reduce((sum, size) => sum + size, 0);
  check(
    labels.length === codes.shape[0] && counted === labels.length && !sizes.includes(0),
    'invalid-argument',
    () =>
      `there must be one label from 0 to ${classes - 1} for each of the ${codes.shape[0]} codes, and a code of each, ` +
      `got ${labels.length} labels with ${sizes.join(', ')} of each`,
  );
  const shares = sizes.flatMap((size, label) => Array.from(labels, (own) => (own === label ? 1 / size : 0)));
  return tf.tidy(() => tf.matMul(tf.tensor2d(shares, [classes, labels.length]), codes));
}

/**
 * What an attribute adds to a code: the mean code of the examples that have it (`present` is 1) minus that of those that do not
 * (0), [dimensions]. Add it to a code to give a face a smile. Radford et al. 2016 (1511.06434), section 6.3.2.
 */
export function attributeVector(codes: tf.Tensor2D, present: ArrayLike<number>): tf.Tensor1D {
  return tf.tidy(() => {
    const [without, having] = tf.unstack(meanCodes(codes, present, 2)) as [tf.Tensor1D, tf.Tensor1D];
    return tf.sub(having, without);
  });
}

function countLabels(labels: ArrayLike<number>, classes: number): number[] {
  return Array.from({ length: classes }, (_, label) => Array.from(labels).filter((own) => own === label).length);
}
