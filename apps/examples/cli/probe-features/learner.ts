import type { JsonObject, Trainable } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Surroundings } from '../surroundings.ts';
import type { Training } from '../training/run-training.ts';

/** A model that learns from images alone, and what it then sees in them. Whoever made it disposes the model. */
export interface Learner {
  readonly model: Trainable & { readonly config: JsonObject };
  train(surroundings: Surroundings): Promise<Training>;
  /** Images [batch, ...shape] -> [batch, width], which the caller disposes. */
  features(images: tf.Tensor): tf.Tensor2D;
}
