import { extractorFiles } from '../extractor-files.ts';
import type { ClassifierExtractor } from './classifier-extractor.ts';
import { type ClassifierExtractorOptions, loadClassifierExtractor } from './load-classifier-extractor.ts';

/**
 * 200 features of handwritten digits [batch, 28, 28, 1], white on black in [0, 1]: textures and the last layer but one of a classifier that was
 * trained on MNIST. For digits alone; `extractors/README.md` says how it was made and what it recognises. The caller disposes it.
 */
export function mnistClassifier(options: ClassifierExtractorOptions = {}): Promise<ClassifierExtractor> {
  return loadClassifierExtractor({ name: 'mnist-classifier', file: extractorFiles.mnist, textures: 37 }, options);
}
