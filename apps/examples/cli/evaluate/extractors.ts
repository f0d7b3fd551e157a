import type { DataSpec } from '@genmodels/core';
import { cifar10Classifier, type Extractor, mnistClassifier, pixels } from '@genmodels/metrics';
import type { EvaluateOptions } from './options.ts';

/** What examples are compared by. The caller disposes it. */
export async function openExtractor({ features }: Pick<EvaluateOptions, 'features'>, spec: DataSpec): Promise<Extractor> {
  const name = features === 'auto' ? suitedTo(spec) : features;
  if (name === 'mnist') return mnistClassifier();
  return name === 'cifar10' ? cifar10Classifier() : pixels();
}

/** Our classifiers have learned from pictures of one size. */
function suitedTo({ shape }: DataSpec): Exclude<EvaluateOptions['features'], 'auto'> {
  const size = shape.join(' x ');
  if (size === '28 x 28 x 1') return 'mnist';
  return size === '32 x 32 x 3' ? 'cifar10' : 'pixels';
}
