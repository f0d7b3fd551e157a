import { type Condition, checkConditionCount, drawPixelImages, type ImageRange, type PixelImagesOptions } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type DrawOptions, pixelsOf } from './draw-rows.ts';
import { openMachine } from './open-machine.ts';
import type { PixelModel } from './pixel-model.ts';

export type DrawImagesOptions = PixelImagesOptions & Pick<DrawOptions, 'condition' | 'incremental'>;

/** Draws images in batches: [count, height, width, channels], which the caller disposes. */
export async function drawImages(model: PixelModel, options: DrawImagesOptions): Promise<tf.Tensor4D> {
  const { count, condition, incremental } = options;
  checkConditionCount('labels', condition?.labels?.length, count);
  checkConditionCount('map', condition?.map?.shape[0], count);
  const open = async (range: ImageRange) => {
    const part = condition && conditionOfPart(condition, range);
    try {
      return await openMachine(model, {
        count: range.count,
        ...(part && { condition: part }),
        ...(incremental !== undefined && { incremental }),
      });
    } finally {
      part?.map?.dispose();
    }
  };
  return drawPixelImages(pixelsOf(model), open, options);
}

/** What belongs to some of the images; the map is a new tensor. */
function conditionOfPart({ labels, map }: Condition, { first, count }: ImageRange): Condition {
  return {
    ...(labels && { labels: Array.from(labels).slice(first, first + count) }),
    ...(map && { map: tf.slice(map, first, count) }),
  };
}
