import { check } from '@genmodels/core';
import type { Features } from '../features/features.ts';
import { largestOf, type Matrix } from '../linear-algebra/matrix.ts';
import { minimize } from './minimize.ts';
import { softmaxRegression } from './softmax-regression.ts';
import { type Scaling, type Standardization, standardizationOf } from './standardization.ts';

/** A trained linear classifier of standardized features. */
export interface Probe {
  readonly standardization: Standardization;
  /** The classes that it was shown, in their order. */
  readonly classes: Int32Array;
  /** [classes, width + 1], the biases at the end of each row. */
  readonly weights: Matrix;
  /** What training made smallest, in nats. */
  readonly loss: number;
  readonly iterations: number;
}

export interface TrainOptions {
  readonly l2: number;
  /** @default 'each' */
  readonly scaling?: Scaling;
  readonly tolerance: number;
  readonly maxIterations: number;
  readonly signal?: AbortSignal | undefined;
}

/** The classifier of the smallest loss, found from weights of 0. Rejects where `maxIterations` do not get there. */
export async function trainProbe(features: Features, labels: Int32Array, options: TrainOptions): Promise<Probe> {
  const { l2, scaling, tolerance, maxIterations, signal } = options;
  const classes = Int32Array.from(new Set(labels)).sort();
  check(classes.length > 1, 'invalid-argument', () => `train.labels must name at least two classes, got only ${classes[0]}`);
  const standardization = standardizationOf(features, scaling);
  const objective = softmaxRegression({
    features,
    standardization,
    labels: labels.map((label) => classes.indexOf(label)),
    classes: classes.length,
    l2,
    signal,
  });
  const start = new Float64Array(classes.length * (features.width + 1));
  const { point, value, gradient, iterations, converged } = await minimize(objective, { start, tolerance, maxIterations });
  check(
    converged,
    'invalid-argument',
    () =>
      `the probe must converge, but after ${iterations} iterations its gradient still is ${largestOf(gradient).toExponential(1)}, ` +
      `not ${tolerance}: raise maxIterations or l2`,
  );
  const weights = { rows: classes.length, columns: features.width + 1, values: point };
  return { standardization, classes, weights, loss: value, iterations };
}
