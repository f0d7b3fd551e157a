import { check } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { ClosePair } from '@genmodels/metrics';
import * as tf from '@tensorflow/tfjs-core';
import { drawPairs } from './draw-pairs.ts';

/** The number of a sample, and that of a training image. */
export type Neighbor = Pick<ClosePair, 'generated' | 'other'>;

/** Samples, each above the training image that it is nearest to. Leaves them alive. */
export async function drawNeighbors(samples: tf.Tensor, training: Dataset, pairs: readonly Neighbor[]): Promise<Uint8Array> {
  check(samples.rank === 4, 'invalid-shape', () => `neighbors are drawn of images, got samples of shape [${samples.shape}]`);
  const above = tf.tidy(() =>
    tf.gather(
      samples as tf.Tensor4D,
      pairs.map(({ generated }) => generated),
    ),
  );
  const below = training.images(pairs.map(({ other }) => other));
  try {
    return await drawPairs(above, below);
  } finally {
    tf.dispose([above, below]);
  }
}
