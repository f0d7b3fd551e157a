import type { DataSpec } from '@genmodels/core';
import { type ClassifierExtractor, cifar10Classifier, type Extractor, mnistClassifier, pixels } from '@genmodels/metrics';
import type { EvaluateOptions } from './options.ts';

/** What examples are compared by: what the options say, else our classifier or the values themselves. The caller disposes it. */
export async function openExtractor({ features }: Pick<EvaluateOptions, 'features'>, spec: DataSpec): Promise<Extractor> {
  if (features === 'mnist') return mnistClassifier();
  if (features === 'cifar10') return cifar10Classifier();
  return (features === 'auto' && (await openClassifier(spec))) || pixels();
}

/** Our classifier of pictures of this size; nothing where we have none. The caller disposes it. */
export async function openClassifier({ shape }: DataSpec): Promise<ClassifierExtractor | undefined> {
  const size = shape.join(' x ');
  if (size === '28 x 28 x 1') return mnistClassifier();
  return size === '32 x 32 x 3' ? cifar10Classifier() : undefined;
}
