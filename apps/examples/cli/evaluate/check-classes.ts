import { check } from '@genmodels/core';
import type { DataParts } from '../data/data-set.ts';
import type { Model } from './models.ts';

/**
 * A model that is conditioned on classes draws those of the data, and says how likely test examples are given theirs. Throws
 * 'invalid-argument' where the data, which messages call by `name`, have none or others.
 */
export function checkClasses({ config }: Pick<Model, 'config'>, { train, test }: DataParts, name: string): void {
  const { classes = 0 } = config;
  check(
    classes === 0 || [train, test].every(({ labels }) => labels?.every((label) => label < classes)),
    'invalid-argument',
    () =>
      `--data must have the ${classes} classes that the model is conditioned on, as what it has learned from had, got ${name}`,
  );
}
