import { type Batch, type Rng, trainableVariables } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { initializingOps } from './layers/initializing-ops.ts';
import { batchCondition, conditionOf } from './likelihood.ts';
import type { PixelModel } from './pixel-model.ts';

/** A model that remembers whether a batch has initialised it: 0 or 1. */
interface InitializedModel extends PixelModel {
  readonly initialized: tf.Variable<tf.Rank.R0>;
}

/**
 * Data-dependent initialisation, once in the life of the weights: those that were initialised before stay as they are. Called inside
 * a tidy.
 */
export function initializeFromData(model: InitializedModel, batch: Batch, rng: Rng): void {
  const { network, initialized } = model;
  const weights = trainableVariables(network);
  const before = weights.map((weight) => tf.clone(weight));
  const x = tf.cast(batch.x, 'float32') as tf.Tensor4D;
  network.apply(initializingOps(rng), x, conditionOf(model, batchCondition(model, batch), x.shape[0]));
  const keep = tf.greater(initialized, 0.5); // on the device: its value cannot be read here
  weights.forEach((weight, i) => weight.assign(tf.where(keep, before[i]!, weight)));
  initialized.assign(tf.scalar(1));
}
