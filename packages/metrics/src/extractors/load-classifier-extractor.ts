import { openSource, type Source, sha256, type TransferOptions } from '@genmodels/core';
import { loadClassifier } from '../classifier/load-classifier.ts';
import { type ClassifierExtractor, type ClassifierFeatures, classifierExtractor } from './classifier-extractor.ts';

export interface ClassifierExtractorOptions extends TransferOptions {
  /** Where its weights are read, instead of from this package: the same file on another server, or another classifier's. */
  readonly weights?: Source;
}

/** Reads a classifier's file and takes its hash: the one that `sha256sum` gives. */
export async function loadClassifierExtractor(
  { file, ...features }: Omit<ClassifierFeatures, 'hash'> & { readonly file: () => URL },
  { weights, ...transfer }: ClassifierExtractorOptions,
): Promise<ClassifierExtractor> {
  const bytes = await openSource(weights ?? file()).read(transfer);
  return classifierExtractor(await loadClassifier(bytes), { ...features, hash: await sha256(bytes) });
}
