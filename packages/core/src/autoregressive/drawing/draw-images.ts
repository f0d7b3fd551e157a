import * as tf from '@tensorflow/tfjs-core';
import type { PixelMachine } from '../pixel-machine.ts';
import { type DrawablePixels, drawPixelRows, type GivenPixels, type PixelRowsOptions } from './draw-rows.ts';

export interface PixelImagesOptions extends Omit<PixelRowsOptions, 'first'> {
  /** Images drawn at once: the bound on memory. @default 64 */
  readonly batchSize?: number;
  onProgress?(done: number): void;
}

/** Some of the images, one after another. */
export interface ImageRange {
  readonly first: number;
  readonly count: number;
}

/**
 * Draws images in batches: [count, height, width, channels], which the caller disposes. `open` gives a machine for those of a batch,
 * which is disposed after it.
 */
export async function drawPixelImages(
  pixels: DrawablePixels,
  open: (range: ImageRange) => Promise<PixelMachine>,
  { batchSize = 64, onProgress, given, ...options }: PixelImagesOptions,
): Promise<tf.Tensor4D> {
  const { count } = options;
  const [height, width, channels] = pixels.shape as [number, number, number];
  const [size, line] = [height * width * channels, width * channels];
  const images = new Float32Array(count * size);
  for (let first = 0; first < count; first += batchSize) {
    const range = { first, count: Math.min(batchSize, count - first) };
    const part = { ...options, ...range, ...(given && { given: givenOfPart(given, count, range) }) };
    for await (const { row, values } of drawPixelRows(pixels, () => open(range), part)) {
      for (let image = 0; image < range.count; image++) {
        images.set(values.subarray(image * line, (image + 1) * line), (first + image) * size + row * line);
      }
    }
    onProgress?.(first + range.count);
  }
  return tf.tensor4d(images, [count, height, width, channels]);
}

function givenOfPart({ values, known }: GivenPixels, all: number, { first, count }: ImageRange): GivenPixels {
  const [size, pixels] = [values.length / all, known.length / all];
  return {
    values: values.subarray(first * size, (first + count) * size),
    known: known.subarray(first * pixels, (first + count) * pixels),
  };
}
