import { extractorFiles } from '../extractor-files.ts';
import type { ClassifierExtractor } from './classifier-extractor.ts';
import { type ClassifierExtractorOptions, loadClassifierExtractor } from './load-classifier-extractor.ts';

/**
 * 296 features of small colour pictures [batch, 32, 32, 3] in [0, 1]: textures and the last layer but one of a classifier that was trained on
 * pictures of CIFAR-10. `extractors/README.md` says how it was made and what it recognises. The caller disposes it.
 */
export function cifar10Classifier(options: ClassifierExtractorOptions = {}): Promise<ClassifierExtractor> {
  return loadClassifierExtractor({ name: 'cifar10-classifier', file: extractorFiles.cifar10, textures: 5 }, options);
}
