import { check } from '@genmodels/core';
import type { Surroundings } from '../surroundings.ts';
import { classNamesOf } from '../training/class-names.ts';
import { loadImages } from '../training/load-images.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { ProbeFeaturesOptions } from './options.ts';

/** Images whose classes are known, and how many classes there are. */
export interface ClassifiedImages extends TrainingData {
  readonly classes: number;
}

/** Values as they are. Throws 'invalid-argument' where they are no pictures, have no classes, or are fewer than the labels that are wanted. */
export async function loadClassified(options: ProbeFeaturesOptions, surroundings: Surroundings): Promise<ClassifiedImages> {
  const data = await loadImages({ ...options, binarize: 'none' }, surroundings);
  const classes = classNamesOf(data, options.data, 'probe-features').length;
  const most = data.train.length;
  check(
    options.labels.every((count) => count >= 2 * classes && count < most),
    'invalid-argument',
    () => `--labels must be from ${2 * classes}, two a class, to below the ${most} there are, got ${options.labels.join(',')}`,
  );
  return { ...data, classes };
}
