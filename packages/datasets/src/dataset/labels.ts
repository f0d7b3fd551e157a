import { check, show } from '@genmodels/core';

/** Throws 'invalid-shape' where there is not one class an example, and 'invalid-value' where one is no integer from 0. */
export function toLabels(labels: ArrayLike<number>, length: number): Int32Array {
  check(
    labels.length === length,
    'invalid-shape',
    () => `labels must hold one class for each of ${length} examples, got ${labels.length}`,
  );
  const copy = Int32Array.from(labels);
  for (let i = 0; i < length; i++) checkLabel(labels[i], `labels[${i}]`);
  return copy;
}

export function checkLabel(label: unknown, path: string): void {
  check(
    (label as number) >= 0 && ((label as number) | 0) === label,
    'invalid-value',
    () => `${path} must be an integer from 0, got ${show(label)}`,
  );
}

/** Throws 'invalid-argument' where a class has no name. */
export function checkClassNames(names: readonly string[], labels: Int32Array | undefined): void {
  check(labels !== undefined, 'invalid-argument', () => 'classNames name the classes of labels: pass labels too');
  const last = labels.reduce((most, label) => Math.max(most, label), 0);
  check(
    last < names.length,
    'invalid-argument',
    () => `classNames must hold a name for each class from 0 to ${last}, got ${show(names)}`,
  );
}

export function pickLabels(labels: Int32Array, indices: Uint32Array): Int32Array {
  return Int32Array.from(indices, (index) => labels[index]!);
}
