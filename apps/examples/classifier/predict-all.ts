import type { Dataset } from '@genmodels/datasets';
import type { Classifier } from '@genmodels/metrics';
import * as tf from '@tensorflow/tfjs-core';

/** What a classifier takes examples for, in their order. */
export interface Predictions {
  readonly classes: Int32Array;
  /** The probability that the classifier gives that class, from 0 to 1. */
  readonly certainties: Float32Array;
}

/** Pictures at a time. */
const SIZE = 500;

/** The likeliest class of each picture, and how sure the classifier is of it. */
export async function predictAll(classifier: Classifier, data: Dataset): Promise<Predictions> {
  const classes = new Int32Array(data.length);
  const certainties = new Float32Array(data.length);
  for (let first = 0; first < data.length; first += SIZE) {
    const [predicted, certainty] = tf.tidy((): [tf.Tensor1D, tf.Tensor1D] => {
      const x = data.images(Array.from({ length: Math.min(SIZE, data.length - first) }, (_, i) => first + i));
      const probabilities = tf.softmax(classifier.logits(x));
      return [tf.argMax(probabilities, 1), tf.max(probabilities, 1)];
    });
    classes.set(await predicted.data<'int32'>(), first);
    certainties.set(await certainty.data<'float32'>(), first);
    tf.dispose([predicted, certainty]);
  }
  return { classes, certainties };
}
