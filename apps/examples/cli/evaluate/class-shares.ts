import type { Extractor, Features } from '@genmodels/metrics';
import * as tf from '@tensorflow/tfjs-core';

/** The share of the examples that a classifier takes for each class; nothing where the extractor knows no classes. */
export async function classShares({ values, length, width }: Features, extractor: Extractor): Promise<number[] | undefined> {
  if (extractor.probabilities === undefined) return;
  const classes = tf.tidy(() => {
    const probabilities = extractor.probabilities!(tf.tensor2d(Float32Array.from(values), [length, width]));
    const count = probabilities.shape[1];
    return tf.mean(tf.oneHot(tf.argMax<tf.Tensor1D>(probabilities, 1), count), 0);
  });
  try {
    return [...(await classes.data())];
  } finally {
    classes.dispose();
  }
}
