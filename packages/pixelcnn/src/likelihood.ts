import {
  type Batch,
  checkExamples,
  type Objective,
  type ObjectiveLoss,
  parallelOps,
  type Rng,
  trainableVariables,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { checkCondition, type GivenCondition } from './conditioner.ts';
import type { PixelModel } from './pixel-model.ts';

/**
 * log p(x) in nats, one value an image: the sum over pixels and colours, each given those before it. With an `rng`, under the dropout of
 * training. The caller disposes it.
 */
export function logProbOf(model: PixelModel, x: tf.Tensor, given: GivenCondition = {}, rng?: Rng): tf.Tensor1D {
  checkExamples(x, model.spec.shape);
  return tf.tidy(() => {
    const images = tf.cast(x, 'float32') as tf.Tensor4D;
    const condition = conditionOf(model, given, images.shape[0]);
    return model.distribution.logProb(images, model.network.apply(parallelOps(rng), images, condition));
  });
}

/** log p(x) as `logProbOf` gives it, for models of this kind. */
export type LogProb<M extends PixelModel> = (model: M, x: tf.Tensor, given: GivenCondition, rng?: Rng) => tf.Tensor1D;

/** The negative log-likelihood in nats an image, and in bits/dim beside it. */
export function likelihoodObjective<M extends PixelModel & object>(model: M, logProbOfModel: LogProb<M> = logProbOf): Objective {
  const dimensions = model.spec.shape.reduce((product, size) => product * size, 1);
  return {
    name: 'likelihood',
    variables: trainableVariables(model),
    loss: (batch, rng, { mode }): ObjectiveLoss => {
      const logProb = logProbOfModel(model, batch.x, batchCondition(model, batch), mode === 'train' ? rng : undefined);
      const loss = tf.neg(tf.mean(logProb));
      return { loss: loss as tf.Scalar, metrics: { bitsPerDimension: tf.div(loss, dimensions * Math.LN2) } };
    },
  };
}

/** What a batch gives the model to go by, and no more: data may have labels, or a map, that the model does not ask for. */
export function batchCondition({ conditioner }: PixelModel, { labels, map }: Batch): GivenCondition {
  return { ...(labels && conditioner?.classes && { labels }), ...(map && conditioner?.map.length && { map }) };
}

/** What the network sees of a condition; nothing where the model has none, and then none may be given. Called inside a tidy. */
export function conditionOf({ spec, conditioner }: PixelModel, given: GivenCondition, count: number): tf.Tensor4D | undefined {
  if (conditioner) return conditioner.apply(given, count);
  checkCondition({ classes: 0, mapChannels: 0, shape: spec.shape }, given, count);
  return undefined;
}
