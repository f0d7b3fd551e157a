import { check, checkCount, checkSeed, type SampleOptions, show } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type DrawnRow, drawRows } from './draw-rows.ts';
import type { PixelModel } from './pixel-model.ts';

export interface PixelSampleOptions extends SampleOptions {
  /** False computes the whole network anew for every pixel: the slow way to the same images, for comparisons. @default true */
  readonly incremental?: boolean;
}

/** New images, [count, height, width, channels], which the caller disposes. */
export async function sampleImages(model: PixelModel, options: PixelSampleOptions): Promise<tf.Tensor4D> {
  checkSampleOptions(options);
  const { count, batchSize = 64, onProgress } = options;
  const [height, width, channels] = model.spec.shape as [number, number, number];
  const images = new Float32Array(count * height * width * channels);
  for (let first = 0; first < count; first += batchSize) {
    const part = Math.min(batchSize, count - first);
    const condition = options.condition && sliceCondition(options.condition, first, part);
    try {
      for await (const { row, values } of drawRows(model, { ...options, count: part, first, ...(condition && { condition }) })) {
        for (let image = 0; image < part; image++) {
          const line = width * channels;
          images.set(values.subarray(image * line, (image + 1) * line), ((first + image) * height + row) * line);
        }
      }
    } finally {
      if (condition?.map) condition.map.dispose();
    }
    onProgress?.(first + part);
  }
  return tf.tensor4d(images, [count, height, width, channels]);
}

/** The rows of new images, each as soon as it is drawn; all images at once. */
export function sampleRows(model: PixelModel, options: PixelSampleOptions): AsyncIterable<DrawnRow> {
  checkSampleOptions(options);
  return drawRows(model, options);
}

function checkSampleOptions({ count, seed, batchSize = 1, temperature = 1 }: PixelSampleOptions): void {
  checkCount('count', count);
  checkCount('batchSize', batchSize);
  checkSeed(seed);
  check(
    temperature >= 0 && temperature < Infinity,
    'invalid-argument',
    () => `temperature must be a number from 0, got ${show(temperature)}`,
  );
}

/** The condition of some images; its map is a new tensor. */
function sliceCondition({ labels, map }: NonNullable<SampleOptions['condition']>, first: number, count: number) {
  return {
    ...(labels && { labels: Array.from(labels).slice(first, first + count) }),
    ...(map && { map: tf.slice(map, first, count) }),
  };
}
