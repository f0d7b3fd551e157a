import { checkExamples, sliceChannels } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Classifier } from '../classifier/classifier.ts';
import type { Extractor, ExtractorId } from '../features/extractor.ts';

/** An extractor that has probabilities, and weights to free. */
export type ClassifierExtractor = Extractor & Required<Pick<Extractor, 'probabilities' | 'dispose'>>;

export interface ClassifierFeatures extends ExtractorId {
  /**
   * What the textures count beside what the picture shows: the factor of the filters' mean answers, which come first among the
   * features. Without them (0) a picture of noise, in which the classifier sees nothing, has the features of an uncertain one,
   * and no metric finds it strange. Choose it such that both parts have the same variance on real pictures.
   */
  readonly textures: number;
}

/**
 * A classifier's features: what textures a picture has (`Classifier.textures`) and what it shows (`Classifier.features`), with the
 * softmax of its last layer as their probabilities. Give the hash of its file where it has one, so that scores by other weights are
 * told apart. It takes the classifier over: `dispose` frees it. Examples must have the classifier's shape; it resizes nothing.
 * Throws 'invalid-shape'.
 */
export function classifierExtractor(classifier: Classifier, options: ClassifierFeatures): ClassifierExtractor {
  const { name, hash, textures } = options;
  const { hidden } = classifier.config;
  return {
    name,
    ...(hash !== undefined && { hash }),
    preprocessing: 'none',
    features(examples) {
      checkExamples(examples, classifier.config.spec.shape, `${name} resizes nothing, so its examples`);
      if (textures === 0) return classifier.features(examples);
      return tf.tidy(() => tf.concat([tf.mul(classifier.textures(examples), textures), classifier.features(examples)], 1));
    },
    probabilities: (features) =>
      tf.tidy(() => tf.softmax(classifier.output.apply(sliceChannels(features, features.shape[1] - hidden, hidden)))),
    dispose: () => classifier.dispose(),
  };
}
