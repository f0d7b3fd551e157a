import type { Dataset } from '@genmodels/datasets';
import type { AdversarialAutoencoder } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { toFile } from '../data/draw-examples.ts';
import { drawPairs } from '../data/draw-pairs.ts';
import { inRow } from '../training/class-rows.ts';
import { samplesOf } from '../training/sample-count.ts';
import type { AdversarialData } from './data.ts';
import { labelsOf } from './labels-of.ts';
import { drawStyles } from './styles.ts';

/** PNG files; what follows the samples is shown of images alone, and styles where there are classes. */
export interface AdversarialPictures {
  readonly samples: Uint8Array;
  readonly reconstructions?: Uint8Array;
  readonly styles?: Uint8Array;
}

export async function drawPictures(
  model: AdversarialAutoencoder,
  { examples, test }: AdversarialData,
  seed: number,
): Promise<AdversarialPictures> {
  const { classes } = model.config;
  const drawn = await model.sample({ ...samplesOf(examples, classes), seed });
  const samples = await toFile(drawn, examples, examples === 'images' ? inRow : undefined);
  if (examples !== 'images') return { samples };
  const reconstructions = await drawReconstructions(model, test);
  return { samples, reconstructions, ...(classes > 0 && { styles: await drawStyles(model, test) }) };
}

/** 4 rows of 8 pairs: above a test image, below what its codes keep of it. */
async function drawReconstructions(model: AdversarialAutoencoder, test: Dataset): Promise<Uint8Array> {
  const indices = Array.from({ length: Math.min(32, test.length) }, (_, i) => i);
  const x = test.images(indices);
  const y = model.reconstruct(x, labelsOf(model, test, indices)) as tf.Tensor4D;
  try {
    return await drawPairs(x, y);
  } finally {
    tf.dispose([x, y]);
  }
}
