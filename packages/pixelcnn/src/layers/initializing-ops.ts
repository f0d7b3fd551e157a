import { type PixelOps, parallelOps, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { NormalizedLayer } from './normalized-layer.ts';

/**
 * A third reading of a network: as `parallelOps` for training, but each weight-normalised layer is initialised by what comes to it,
 * in the order of the forward pass. Salimans and Kingma 2016 (1602.07868), section 3. Called inside a tidy.
 */
export function initializingOps(rng: Rng): PixelOps<tf.Tensor4D> {
  const ops = parallelOps(rng);
  return {
    ...ops,
    apply(layer, x, activation) {
      if (layer instanceof NormalizedLayer) layer.initialize(x);
      return ops.apply(layer, x, activation);
    },
  };
}
