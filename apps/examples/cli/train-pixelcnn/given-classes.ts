import { check } from '@genmodels/core';
import type { DataName } from '../data/data-sets.ts';
import { classNamesOf } from '../training/class-names.ts';
import type { TrainingData } from '../training/training-data.ts';

/** What the classes of images are called, for a model that is conditioned on them. `name` is the data's, for the message. */
export function givenClasses({ train, validation, test }: TrainingData, name: DataName): readonly string[] {
  const parts = [train, validation, test] as const;
  check(
    parts.every(({ labels }) => labels !== undefined),
    'invalid-argument',
    () =>
      `--conditional needs images with classes, but ${name} has none: put those of each class in a folder of its own, ` +
      'or take one of digits, mnist, fashion-mnist, faces, sprites, cifar10 and cifar10-jpeg, which have them',
  );
  return classNamesOf(parts, name);
}
