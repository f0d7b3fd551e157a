import { checkExamples } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Classifier } from '../classifier/classifier.ts';
import type { Extractor, ExtractorId } from '../features/extractor.ts';

/** An extractor that has probabilities, and weights to free. */
export type ClassifierExtractor = Extractor & Required<Pick<Extractor, 'probabilities' | 'dispose'>>;

/**
 * The last layer but one of a classifier as features, the last one as their probabilities. Give the hash of its file where it has
 * one, so that scores by other weights are told apart. It takes the classifier over: `dispose` frees it. Examples must have the
 * classifier's shape; it resizes nothing. Throws 'invalid-shape'.
 */
export function classifierExtractor(classifier: Classifier, id: ExtractorId): ClassifierExtractor {
  const { name, hash } = id;
  return {
    name,
    ...(hash !== undefined && { hash }),
    preprocessing: 'none',
    features(examples) {
      checkExamples(examples, classifier.config.spec.shape, `${name} resizes nothing, so its examples`);
      return classifier.features(examples);
    },
    probabilities: (features) => tf.tidy(() => tf.softmax(classifier.output.apply(features))),
    dispose: () => classifier.dispose(),
  };
}
