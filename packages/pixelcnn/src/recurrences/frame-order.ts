import * as tf from '@tensorflow/tfjs-core';
import type { FramePlan } from './frame-plan.ts';

/** A map [batch, height, width, channels] as the pixels of all frames, one frame after another: [batch, 1, pixels, channels]. */
export function inFrames(map: tf.Tensor4D, { order }: FramePlan): tf.Tensor4D {
  const [batch, height, width, channels] = map.shape;
  const pixels: tf.Tensor4D = tf.reshape(map, [batch, 1, height * width, channels]);
  return order ? tf.gather(pixels, tf.tensor1d(order, 'int32'), 2) : pixels;
}

/** The way back: [batch, 1, pixels, channels] to a map of this height and width. */
export function inImage(pixels: tf.Tensor4D, { order }: FramePlan, [height, width]: readonly [number, number]): tf.Tensor4D {
  const [batch, , , channels] = pixels.shape;
  const ordered = order ? tf.gather(pixels, tf.tensor1d(inverseOf(order), 'int32'), 2) : pixels;
  return tf.reshape(ordered, [batch, height, width, channels]);
}

/** [batch, 1, pixels, channels] frame by frame. */
export function framesOf(pixels: tf.Tensor4D, { frames }: FramePlan): tf.Tensor4D[] {
  return tf.split(
    pixels,
    frames.map(({ places }) => places),
    2,
  );
}

function inverseOf(order: Int32Array): Int32Array {
  const inverse = new Int32Array(order.length);
  order.forEach((pixel, place) => {
    inverse[pixel] = place;
  });
  return inverse;
}
