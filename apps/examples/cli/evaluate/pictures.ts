import { check } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { ClosePair } from '@genmodels/metrics';
import * as tf from '@tensorflow/tfjs-core';
import type { ExampleWord } from '../data/data-set.ts';
import { toFile } from '../data/draw-examples.ts';
import { drawPairs } from '../data/draw-pairs.ts';
import { sampleCount } from '../train-vae/pictures.ts';

/** The first samples. */
export function drawFirst(samples: tf.Tensor, word: ExampleWord): Promise<Uint8Array> {
  return toFile(tf.slice(samples, 0, Math.min(sampleCount(word), samples.shape[0]!)), word);
}

/** Each sample above the training image that it is nearest to. */
export async function drawNeighbors(samples: tf.Tensor, training: Dataset, pairs: readonly ClosePair[]): Promise<Uint8Array> {
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
