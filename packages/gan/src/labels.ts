import { check, show } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** The classes of `count` examples, int32 [count]; undefined for a model without classes. */
export function labelsTensor(labels: ArrayLike<number> | undefined, classes: number, count: number): tf.Tensor1D | undefined {
  checkLabelCount(labels, count);
  check(classes > 0 === (labels !== undefined), 'invalid-argument', () =>
    classes > 0
      ? `condition.labels must give one of ${classes} classes for each of ${count} examples, got none`
      : 'condition.labels must not be given to a model without classes: build it with `classes`',
  );
  if (labels === undefined) return undefined;
  const wrong = Array.from(labels).find((label) => !Number.isInteger(label) || label < 0 || label >= classes);
  check(wrong === undefined, 'invalid-argument', () => `labels must be integers from 0 to ${classes - 1}, got ${show(wrong)}`);
  return tf.tensor1d(Int32Array.from(Array.from(labels)), 'int32');
}

export function checkLabelCount(labels: ArrayLike<number> | undefined, count: number): void {
  check(
    labels === undefined || labels.length === count,
    'invalid-shape',
    () => `condition.labels must be of ${count} examples, one after another, got ${labels!.length}`,
  );
}

/** Labels that come with a batch stay on the device: only that they are there is looked at. */
export function checkBatchLabels(labels: tf.Tensor1D | undefined, classes: number, count: number): void {
  check(
    labels?.shape[0] === count,
    'invalid-shape',
    () => `a batch must bring labels, int32 [${count}], one of ${classes} classes an example, got ${show(labels?.shape)}`,
  );
}
