import { check } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';

/**
 * What the classes are called: the names that the data has, or the numbers up to the largest label of any part, because a rare class
 * may miss in one. `name` is the data's, for the message. Throws 'invalid-argument' where there are no classes.
 */
export function classNamesOf(parts: readonly [Dataset, ...Dataset[]], name: string): readonly string[] {
  const [{ classNames, attributes = {} }] = parts;
  const known = Object.keys(attributes).join(', ');
  check(
    parts.every(({ labels }) => labels !== undefined),
    'invalid-argument',
    () => `train classifier needs classes, but ${name} has none${known === '' ? '' : `: take an attribute, --by ${known}`}`,
  );
  if (classNames !== undefined) return classNames;
  const largest = Math.max(...parts.map(({ labels }) => labels!.reduce((most, label) => Math.max(most, label))));
  return Array.from({ length: largest + 1 }, (_, label) => String(label));
}
