import { type Dataset, pointsPicture, seriesPicture, toPng } from '@genmodels/datasets';
import type { Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { toFile } from '../data/draw-examples.ts';
import { drawPairs } from '../data/draw-pairs.ts';
import { classesOf } from '../likelihood/in-order.ts';
import { inRow } from '../training/class-rows.ts';
import { samplesOf } from '../training/sample-count.ts';
import type { TrainingData } from '../training/training-data.ts';
import { drawCorners, drawInterpolations } from './latent-pictures.ts';

/** PNG files; what follows the reconstructions is shown of images alone. */
export interface VaePictures {
  readonly samples: Uint8Array;
  readonly reconstructions: Uint8Array;
  readonly interpolations?: Uint8Array;
  readonly corners?: Uint8Array;
  readonly manifold?: Uint8Array;
}

/** All but the manifold, which may ask for a model of its own. */
export async function drawPictures(vae: Vae, data: TrainingData, seed: number): Promise<VaePictures> {
  const samples = await drawSamples(vae, data, seed);
  const reconstructions = await drawReconstructions(vae, data);
  if (data.examples !== 'images') return { samples, reconstructions };
  const interpolations = await drawInterpolations(vae, data.test);
  const corners = await drawCorners(vae, data.test);
  return { samples, reconstructions, ...(interpolations && { interpolations }), ...(corners && { corners }) };
}

/** Draws z from the prior and decodes it. Of points the mean of p(x given z) says too little: they are drawn from it. */
export async function drawSamples(vae: Vae, { examples }: Pick<TrainingData, 'examples'>, seed: number): Promise<Uint8Array> {
  const samples = await vae.sample({ ...samplesOf(examples, vae.config.classes), seed, draw: examples === 'points' });
  return toFile(samples, examples, examples === 'images' ? inRow : undefined);
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
  const indices = first(test, 32);
  const x = test.images(indices);
  const decoded = tf.tidy(() => reconstruct(vae, test, indices) as tf.Tensor4D);
  try {
    return await drawPairs(x, decoded);
  } finally {
    tf.dispose([x, decoded]);
  }
}

/** Each series and its reconstruction as two lines of one tile. */
async function overlaidSeries(vae: Vae, test: Dataset): Promise<Uint8Array> {
  const both = tf.tidy(() => {
    const indices = first(test, 32);
    return tf.concat([test.examples(indices), reconstruct(vae, test, indices)], 2);
  });
  try {
    return toPng(await seriesPicture(both));
  } finally {
    both.dispose();
  }
}

async function movedPoints(vae: Vae, test: Dataset): Promise<Uint8Array> {
  const indices = first(test, 1000);
  const points = tf.tidy(() => reconstruct(vae, test, indices));
  try {
    return toPng(
      await pointsPicture(points, { ...(test.labels && { labels: test.labels.subarray(0, indices.length) }), size: 640 }),
    );
  } finally {
    points.dispose();
  }
}

/** Called inside a tidy. */
function reconstruct(vae: Vae, test: Dataset, indices: readonly number[]): tf.Tensor {
  const { condition } = classesOf(vae, test, indices);
  return vae.decode(vae.encode(test.examples(indices), condition).mean, condition);
}

function first(data: Dataset, count: number): number[] {
  return Array.from({ length: Math.min(count, data.length) }, (_, i) => i);
}
