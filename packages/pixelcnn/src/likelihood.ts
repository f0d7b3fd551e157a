import { type Batch, checkExamples, type Objective, type ObjectiveLoss, parallelOps, trainableVariables } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { GivenCondition } from './conditioner.ts';
import type { PixelModel } from './pixel-model.ts';

/** log p(x) in nats, one value an image: the sum over pixels and colours, each given those before it. The caller disposes it. */
export function logProbOf(model: PixelModel, x: tf.Tensor, given: GivenCondition = {}): tf.Tensor1D {
  checkExamples(x, model.spec.shape);
  return tf.tidy(() => {
    const images = tf.cast(x, 'float32') as tf.Tensor4D;
    const condition = conditionOf(model, given, images.shape[0]);
    return model.distribution.logProb(images, model.network.apply(parallelOps(), images, condition));
  });
}

/** The negative log-likelihood in nats an image, and in bits/dim beside it. */
export function likelihoodObjective(model: PixelModel & object): Objective {
  const dimensions = model.spec.shape.reduce((product, size) => product * size, 1);
  return {
    name: 'likelihood',
    variables: trainableVariables(model),
    loss: ({ x, labels, map }: Batch): ObjectiveLoss => {
      const loss = tf.neg(
        tf.mean(logProbOf(model, x, { ...(labels && model.conditioner?.classes && { labels }), ...(map && { map }) })),
      );
      return { loss: loss as tf.Scalar, metrics: { bitsPerDimension: tf.div(loss, dimensions * Math.LN2) } };
    },
  };
}

/** What the network sees of a condition; nothing where the model has none. Called inside a tidy. */
export function conditionOf({ conditioner }: PixelModel, given: GivenCondition, count: number): tf.Tensor4D | undefined {
  return conditioner?.apply(given, count);
}
