import { checkSampleOptions, type DrawnRow, type SampleOptions } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { drawImages } from './draw-images.ts';
import { drawRows } from './draw-rows.ts';
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
