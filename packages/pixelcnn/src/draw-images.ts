import { type Condition, checkConditionCount } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type DrawOptions, drawRows, type GivenPixels } from './draw-rows.ts';
import type { PixelModel } from './pixel-model.ts';

export interface DrawImagesOptions extends Omit<DrawOptions, 'first'> {
  /** @default 64 */
  readonly batchSize?: number;
  onProgress?(done: number): void;
}

/** Draws images in batches: [count, height, width, channels], which the caller disposes. */
export async function drawImages(model: PixelModel, options: DrawImagesOptions): Promise<tf.Tensor4D> {
  const { count, condition, batchSize = 64, onProgress } = options;
  checkConditionCount('labels', condition?.labels?.length, count);
  checkConditionCount('map', condition?.map?.shape[0], count);
  const [height, width, channels] = model.spec.shape as [number, number, number];
  const [size, line] = [height * width * channels, width * channels];
  const images = new Float32Array(count * size);
  for (let first = 0; first < count; first += batchSize) {
    const part = partOf(options, first, Math.min(batchSize, count - first));
    try {
      for await (const { row, values } of drawRows(model, part)) {
        for (let image = 0; image < part.count; image++) {
          images.set(values.subarray(image * line, (image + 1) * line), (first + image) * size + row * line);
        }
      }
    } finally {
      part.condition?.map?.dispose();
    }
    onProgress?.(first + part.count);
  }
  return tf.tensor4d(images, [count, height, width, channels]);
}

/** What belongs to `count` images from the first; the condition's map is a new tensor. */
function partOf({ condition, given, ...options }: DrawImagesOptions, first: number, count: number): DrawOptions {
  return {
    ...options,
    first,
    count,
    ...(condition && { condition: conditionOfPart(condition, first, count) }),
    ...(given && { given: givenOfPart(given, options.count, first, count) }),
  };
}

function conditionOfPart({ labels, map }: Condition, first: number, count: number): Condition {
  return {
    ...(labels && { labels: Array.from(labels).slice(first, first + count) }),
    ...(map && { map: tf.slice(map, first, count) }),
  };
}

function givenOfPart({ values, known }: GivenPixels, all: number, first: number, count: number): GivenPixels {
  const [size, pixels] = [values.length / all, known.length / all];
  return {
    values: values.subarray(first * size, (first + count) * size),
    known: known.subarray(first * pixels, (first + count) * pixels),
  };
}
