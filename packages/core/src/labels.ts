import * as tf from '@tensorflow/tfjs-core';
import { check, show } from './errors.ts';
import type { Condition } from './model.ts';

/** A class for each example, where a model has classes. */
export type LabelCondition = Pick<Condition, 'labels'>;

/** The classes of `count` examples, int32 [count]; undefined for a model without classes. */
export function labelsTensor(labels: ArrayLike<number> | undefined, classes: number, count: number): tf.Tensor1D | undefined {
  checkConditionCount('labels', labels?.length, count);
  check(classes > 0 === (labels !== undefined), 'invalid-argument', () =>
    classes > 0
      ? `condition.labels must give one of ${classes} classes for each of ${count} examples, got none`
      : 'condition.labels must not be given to a model without classes: build it with `classes`',
  );
  if (labels === undefined) return undefined;
  checkLabels(labels, classes);
  return tf.tensor(Int32Array.from(labels), [count], 'int32'); // `tf.tensor1d` would be another op in every app that draws
}

/** Refuses labels of which one is no class. */
export function checkLabels(labels: ArrayLike<number>, classes: number): void {
  const wrong = Array.from(labels).find((label) => !(Number.isInteger(label) && label >= 0 && label < classes));
  check(wrong === undefined, 'invalid-value', () => `labels must be integers from 0 to ${classes - 1}, got ${show(wrong)}`);
}

/** Refuses a condition for another number of examples. `name` is the part's, for the message; one that is not given fits. */
export function checkConditionCount(name: keyof Condition, given: number | undefined, count: number): void {
  check(
    given === undefined || given === count,
    'invalid-shape',
    () => `condition.${name} must be of ${count} examples, one after another, got ${given}`,
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
