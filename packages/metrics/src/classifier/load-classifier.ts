import { type LoadOptions, load, type Source } from '@genmodels/core';
import { Classifier } from './classifier.ts';

/** Loads a `Classifier` from a path, an https address, bytes or a storage. The caller disposes it. */
export function loadClassifier(source: Source, options: LoadOptions = {}): Promise<Classifier> {
  return load(source, [Classifier], options);
}
