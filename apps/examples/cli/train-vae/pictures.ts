import { type Dataset, pointsPicture, seriesPicture, toPng } from '@genmodels/datasets';
import type { Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import type { ExampleWord } from '../data/data-set.ts';
import { toFile } from '../data/draw-examples.ts';
import { drawPairs } from '../data/draw-pairs.ts';
import type { TrainingData } from '../training/training-data.ts';

/** PNG files. */
export type VaePictures = Readonly<Record<'samples' | 'reconstructions', Uint8Array>> & { readonly manifold?: Uint8Array };

/** How many samples make a picture. */
export function sampleCount(word: ExampleWord): number {
  return { images: 64, points: 4000, series: 32 }[word];
}

/** Draws z from the prior and decodes it. Of points the mean of p(x given z) says too little: they are drawn from it. */
export async function drawSamples(vae: Vae, { examples }: Pick<TrainingData, 'examples'>, seed: number): Promise<Uint8Array> {
  return toFile(await vae.sample({ count: sampleCount(examples), seed, draw: examples === 'points' }), examples);
}

/** Test examples and what the decoder makes of the mean of their z. */
export async function drawReconstructions(
  vae: Vae,
  { examples, test }: Pick<TrainingData, 'examples' | 'test'>,
): Promise<Uint8Array> {
  if (examples === 'points') return movedPoints(vae, test);
  return examples === 'series' ? overlaidSeries(vae, test) : pairedImages(vae, test);
}

/** 4 rows of 8 pairs: above a test image as the model saw it, below the decoded mean of its z. */
async function pairedImages(vae: Vae, test: Dataset): Promise<Uint8Array> {
  const x = test.images(first(test, 32));
  const decoded = tf.tidy(() => reconstruct(vae, x) as tf.Tensor4D);
  try {
    return await drawPairs(x, decoded);
  } finally {
    tf.dispose([x, decoded]);
  }
}

/** Each series and its reconstruction as two lines of one tile. */
async function overlaidSeries(vae: Vae, test: Dataset): Promise<Uint8Array> {
  const both = tf.tidy(() => {
    const x = test.examples(first(test, 32));
    return tf.concat([x, reconstruct(vae, x)], 2);
  });
  try {
    return toPng(await seriesPicture(both));
  } finally {
    both.dispose();
  }
}

async function movedPoints(vae: Vae, test: Dataset): Promise<Uint8Array> {
  const indices = first(test, 1000);
  const points = tf.tidy(() => reconstruct(vae, test.examples(indices)));
  try {
    return toPng(
      await pointsPicture(points, { ...(test.labels && { labels: test.labels.subarray(0, indices.length) }), size: 640 }),
    );
  } finally {
    points.dispose();
  }
}

function reconstruct(vae: Vae, x: tf.Tensor): tf.Tensor {
  return vae.decode(vae.encode(x).mean);
}

function first(data: Dataset, count: number): number[] {
  return Array.from({ length: Math.min(count, data.length) }, (_, i) => i);
}
