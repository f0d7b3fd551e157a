import type { Dataset } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { toFile } from '../data/draw-examples.ts';
import { drawRows, repeatImages } from '../data/draw-rows.ts';
import { labelsFor } from '../likelihood/labels-for.ts';
import { givenLabels, inRow, sampleRowsOf } from '../training/class-rows.ts';
import type { PixelcnnModel } from './models.ts';

/** PNG files. */
export type PixelcnnPictures = Readonly<Record<'samples' | 'completions' | 'temperatures' | 'receptive-field', Uint8Array>>;

/** A row each. */
export const temperatures = [0.5, 0.8, 1];

/** Images that are completed, each so many times. */
export const completed = { images: 8, times: 6 };

export async function drawSamples(model: PixelcnnModel, seed: number): Promise<Uint8Array> {
  const { classes } = model.config;
  const count = sampleRowsOf(classes) * inRow;
  return toFile(
    await model.sample({ count, seed, ...givenLabels(classes, count, (i) => Math.floor(i / inRow)) }),
    'images',
    inRow,
  );
}

/** The same images, as far as the same random numbers go, at rising temperatures. */
export async function drawTemperatures(model: PixelcnnModel, seed: number): Promise<Uint8Array> {
  const { classes } = model.config;
  const given = givenLabels(classes, inRow, (i) => i % classes);
  const rows: tf.Tensor4D[] = [];
  for (const temperature of temperatures) rows.push(await model.sample({ count: inRow, seed, temperature, ...given }));
  const all = tf.tidy(() => tf.concat(rows));
  tf.dispose(rows);
  return toFile(all, 'images', inRow);
}

/** A row a test image: the image, its upper half, and what the model makes of that, again and again. */
export async function drawCompletions(model: PixelcnnModel, test: Dataset, seed: number): Promise<Uint8Array> {
  const { images, times } = completed;
  const count = Math.min(images, test.length);
  const [height, width] = test.spec.shape as [number, number, number];
  const x = test.images(Uint32Array.from({ length: count }, (_, i) => i));
  const mask = tf.tidy(() => tf.concat([tf.ones([Math.floor(height / 2), width]), tf.zeros([Math.ceil(height / 2), width])]));
  const halves = tf.tidy((): tf.Tensor4D => tf.mul(x, tf.reshape(mask, [1, height, width, 1])));
  const repeated = repeatImages(x, times);
  const labels = labelsFor(model, test);
  const given = givenLabels(model.config.classes, count * times, (i) => labels![Math.floor(i / times)]!);
  const filled = await model.complete(repeated, mask, { seed, ...given });
  try {
    return await drawRows(x, halves, filled);
  } finally {
    tf.dispose([x, mask, halves, repeated, filled]);
  }
}
