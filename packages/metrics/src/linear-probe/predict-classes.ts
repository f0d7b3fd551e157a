import type { Features } from '../features/features.ts';
import { createMatrix, rowOf } from '../linear-algebra/matrix.ts';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { multiply } from './products.ts';
import { BLOCK, standardizedRows } from './standardized-rows.ts';
import type { Probe } from './train-probe.ts';

/** The most probable class of each example; of equal ones the first. */
export async function predictClasses(probe: Probe, features: Features, signal?: AbortSignal): Promise<Int32Array> {
  const { standardization, classes, weights } = probe;
  const rowsFrom = standardizedRows(features, standardization);
  const logits = createMatrix(BLOCK, classes.length);
  const predicted = new Int32Array(features.length);
  const pause = pauseOrAbort(signal);
  for (let first = 0; first < features.length; first += BLOCK) {
    multiply(rowsFrom(first), weights, logits);
    predicted.subarray(first, first + BLOCK).forEach((_, i, block) => {
      block[i] = classes[indexOfLargest(rowOf(logits, i))]!;
    });
    await pause();
  }
  return predicted;
}

function indexOfLargest(values: Float64Array): number {
  return values.indexOf(Math.max(...values));
}
