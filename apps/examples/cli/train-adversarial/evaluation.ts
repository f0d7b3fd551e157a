import type { Dataset } from '@genmodels/datasets';
import type { AdversarialAutoencoder } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { accuracyOf, type Confusion, confusionOf } from '../../classifier/confusion.ts';
import { inParts } from '../data/in-parts.ts';
import { type Mean, meanOf } from '../likelihood/mean.ts';
import { readValues } from '../likelihood/read-values.ts';
import { type CodeStatistics, statisticsOf } from './code-statistics.ts';
import { labelsOf } from './labels-of.ts';

/** What a model makes of examples that it has never seen. */
export interface Evaluation {
  /** (difference of a value)^2, its mean over an example's values. */
  readonly squaredError: Mean;
  readonly codes: CodeStatistics;
  /** What a semi-supervised model takes examples for. */
  readonly classes?: Classes;
}

interface Classes {
  readonly confusion: Confusion;
  /** Share of the examples that are taken for another class, and one standard error of it. */
  readonly error: number;
  readonly uncertainty: number;
}

/** Looks at all test examples. */
export async function evaluate(model: AdversarialAutoencoder, test: Dataset): Promise<Evaluation> {
  const errors: number[] = [];
  const codes: number[] = [];
  const predicted: number[] = [];
  for (const indices of inParts(test.length, 500)) {
    const seen = look(model, test, indices);
    errors.push(...(await readValues(seen.error)));
    codes.push(...(await readValues(seen.z)));
    if (seen.classes) predicted.push(...(await readValues(seen.classes)));
  }
  return {
    squaredError: meanOf(errors),
    codes: statisticsOf(codes, model.config.latent),
    ...(predicted.length > 0 && { classes: judge(test.labels!, predicted, model.config.classes) }),
  };
}

interface Look {
  readonly error: tf.Tensor1D;
  readonly z: tf.Tensor2D;
  readonly classes?: tf.Tensor1D;
}

function look(model: AdversarialAutoencoder, test: Dataset, indices: readonly number[]): Look {
  return tf.tidy(() => {
    const x = test.examples(indices);
    const difference = tf.square(tf.sub(x, model.reconstruct(x, labelsOf(model, test, indices))));
    return {
      error: tf.mean<tf.Tensor1D>(tf.reshape(difference, [indices.length, -1]), 1),
      z: model.encode(x),
      ...(model.config.semiSupervised && { classes: tf.argMax<tf.Tensor1D>(model.classify(x), 1) }),
    };
  });
}

function judge(labels: Int32Array, predicted: readonly number[], classes: number): Classes {
  const confusion = confusionOf(labels, predicted, classes);
  const error = 1 - accuracyOf(confusion);
  return { confusion, error, uncertainty: Math.sqrt((error * (1 - error)) / labels.length) };
}
