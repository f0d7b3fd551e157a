import type { Features } from '../features/features.ts';
import { createMatrix, type Matrix, rowOf } from '../linear-algebra/matrix.ts';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { addOuterProducts, multiply } from './products.ts';
import type { Evaluation, Objective } from './search-line.ts';
import type { Standardization } from './standardization.ts';
import { BLOCK, standardizedRows } from './standardized-rows.ts';

export interface SoftmaxRegression {
  readonly features: Features;
  readonly standardization: Standardization;
  /** The class of each example, from 0. */
  readonly labels: Int32Array;
  readonly classes: number;
  readonly l2: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The loss of weights [classes, width + 1]: the mean cross-entropy in nats of softmax(weights . [standardized features, 1]), and
 * l2 / 2 times the sum of the squared weights, but for the biases at the end of each row. Convex.
 */
export function softmaxRegression(problem: SoftmaxRegression): Objective {
  const { features, standardization, labels, classes, l2, signal } = problem;
  const rowsFrom = standardizedRows(features, standardization);
  const pause = pauseOrAbort(signal);
  const columns = features.width + 1;
  return async (values) => {
    const weights = { rows: classes, columns, values };
    const gradient = createMatrix(classes, columns);
    const logits = createMatrix(BLOCK, classes);
    let loss = 0;
    for (let first = 0; first < features.length; first += BLOCK) {
      const rows = rowsFrom(first);
      multiply(rows, weights, logits);
      loss += toResiduals(logits, labels.subarray(first, first + BLOCK));
      addOuterProducts(logits, rows, gradient);
      await pause();
    }
    return withRidge(loss, gradient, weights, l2, features.length);
  };
}

/** Turns logits into p(class) - 1 for an example's own class, p(class) for others; gives the sum of the cross-entropies. */
function toResiduals(logits: Matrix, labels: Int32Array): number {
  let loss = 0;
  for (let i = 0; i < labels.length; i++) {
    const row = rowOf(logits, i);
    loss -= toLogProbability(row, labels[i]!);
    row[labels[i]!]! -= 1;
  }
  logits.values.fill(0, labels.length * logits.columns); // rows past the last example
  return loss;
}

/** Turns the logits of one example into probabilities, and gives the logarithm of one of them. */
function toLogProbability(logits: Float64Array, label: number): number {
  let peak = -Infinity;
  for (let c = 0; c < logits.length; c++) peak = Math.max(peak, logits[c]!);
  const own = logits[label]! - peak;
  let sum = 0;
  for (let c = 0; c < logits.length; c++) sum += logits[c] = Math.exp(logits[c]! - peak);
  for (let c = 0; c < logits.length; c++) logits[c]! /= sum;
  return own - Math.log(sum);
}

/** From sums over `count` examples to their mean, with the ridge. */
function withRidge(loss: number, gradient: Matrix, weights: Matrix, l2: number, count: number): Evaluation {
  const { columns } = weights;
  let squares = 0;
  for (let i = 0; i < weights.values.length; i++) {
    const weight = i % columns === columns - 1 ? 0 : weights.values[i]!;
    squares += weight * weight;
    gradient.values[i] = gradient.values[i]! / count + l2 * weight;
  }
  return { value: loss / count + (l2 / 2) * squares, gradient: gradient.values };
}
