import { check } from '@genmodels/core';
import type { DataParts } from '../data/data-set.ts';

/**
 * What the classes are called: the names that the data has, or the numbers up to the largest label of any part, because a rare class
 * may miss in one. `name` is the data's and `wish` what needs them, for the message. Throws 'invalid-argument' where there are none.
 */
export function classNamesOf({ train, validation, test }: DataParts, name: string, wish: string): readonly string[] {
  const labels = [train, validation, test].map((part) => part.labels);
  check(
    labels.every((part) => part !== undefined),
    'invalid-argument',
    () =>
      `${wish} needs classes, but ${name} has none: put the images of each class in a folder of its own, or take other --data`,
  );
  if (train.classNames !== undefined) return train.classNames;
  const largest = Math.max(...labels.map((part) => part!.reduce((most, label) => Math.max(most, label))));
  return Array.from({ length: largest + 1 }, (_, label) => String(label));
}
