import { check, checkLabels } from '@genmodels/core';
import { sampleSetOf } from '../features/features.ts';
import { Score } from '../score/score.ts';
import { wilsonInterval } from '../score/wilson-interval.ts';
import { type Classified, classProbabilities } from './class-probabilities.ts';

export type ClassAccuracyOptions = Classified & {
  /** The class that each example was asked to be of: an integer from 0 to the classifier's classes - 1. */
  readonly labels: ArrayLike<number>;
  readonly signal?: AbortSignal;
};

/**
 * The share of the generated examples that a classifier takes for the class that they were asked to be of, from 0 to 1: whether a
 * conditional model does what it is told. Real examples of known classes have less than 1, too, by the classifier's own error. It says
 * nothing of variety: a model that draws one good example of each class has 1.
 *
 * Rejects with 'invalid-argument' where labels are not as many as examples, 'invalid-value' for a label that is no class and for rows
 * that are no probabilities, 'not-comparable' for features of another extractor.
 */
export async function classAccuracy(options: ClassAccuracyOptions): Promise<Score> {
  const { labels, signal } = options;
  const probabilities = await classProbabilities(options, signal);
  const { values, length, width, origin } = probabilities;
  check(
    labels.length === length,
    'invalid-argument',
    () => `labels must be a class for each of the ${length} examples, got ${labels.length} labels`,
  );
  checkLabels(labels, width);
  const asked = Array.from(labels).filter((label, row) => label === likeliest(values.subarray(row * width, (row + 1) * width)));
  return new Score({
    metric: 'class accuracy',
    value: asked.length / length,
    better: 'higher',
    estimator: 'share',
    samples: { generated: sampleSetOf(probabilities) },
    extractor: origin.extractor,
    preprocessing: origin.preprocessing,
    settings: { classes: width },
    interval: wilsonInterval(asked.length, length),
  });
}

/** Of equally likely classes the first. */
function likeliest(distribution: Float64Array): number {
  return distribution.indexOf(Math.max(...distribution));
}
