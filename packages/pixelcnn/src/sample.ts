import { check, checkCount, checkSeed, type SampleOptions, show } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { drawImages } from './draw-images.ts';
import { type DrawnRow, drawRows } from './draw-rows.ts';
import type { PixelModel } from './pixel-model.ts';

export interface PixelSampleOptions extends SampleOptions {
  /** False computes the whole network anew for every pixel: the slow way to the same images, for comparisons. @default true */
  readonly incremental?: boolean;
}

/** New images, [count, height, width, channels], which the caller disposes. */
export async function sampleImages(model: PixelModel, options: PixelSampleOptions): Promise<tf.Tensor4D> {
  checkSampleOptions(options);
  return drawImages(model, options);
}

/** The rows of new images, each as soon as it is drawn; all images at once. */
export function sampleRows(model: PixelModel, options: PixelSampleOptions): AsyncIterable<DrawnRow> {
  checkSampleOptions(options);
  return drawRows(model, options);
}

export function checkSampleOptions({ count, seed, batchSize = 1, temperature = 1 }: PixelSampleOptions): void {
  checkCount('count', count);
  checkCount('batchSize', batchSize);
  checkSeed(seed);
  check(
    temperature >= 0 && temperature < Infinity,
    'invalid-argument',
    () => `temperature must be a number from 0, got ${show(temperature)}`,
  );
}
