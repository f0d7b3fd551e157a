import { type Condition, createRng, type DataSpec } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { PixelOptions } from '../config.ts';

/** What a model is conditioned on. */
export type Conditioning = Pick<PixelOptions, 'classes' | 'mapChannels'>;

/** For so many images: the classes in turn, and a map of any numbers, which the caller disposes. */
export function randomCondition({ shape }: DataSpec, { classes = 0, mapChannels = 0 }: Conditioning, count: number): Condition {
  const [height, width] = shape as [number, number];
  return {
    ...(classes > 0 && { labels: Array.from({ length: count }, (_, image) => (image + 1) % classes) }),
    ...(mapChannels > 0 && { map: createRng(6).uniform<tf.Rank.R4>([count, height, width, mapChannels]) }),
  };
}
