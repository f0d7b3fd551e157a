import { check, checkCount, isTensor, show } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { toLabels } from '../dataset/labels.ts';
import type { Picture } from './picture.ts';
import { type Extent, extentOf } from './points/extent.ts';
import { createInk, drawDots } from './points/ink.ts';
import { inkToBytes } from './points/tone.ts';

export type { Extent } from './points/extent.ts';

export interface PointsPictureOptions {
  /** The part of the plane to show: pictures of one extent can be compared. @default all points, with a margin */
  readonly extent?: Extent;
  /** Pixels along the longer side. @default 512 */
  readonly size?: number;
  /** A class for each point, which gives it its colour. @default all in one colour */
  readonly labels?: ArrayLike<number>;
}

/**
 * Points on white paper: one dot each, and darker the more of them lie together, on a logarithmic scale. `points` is a tensor
 * [n, 2], which stays alive, or numbers x, y, x, y ...; y grows upwards. What lies outside the extent does not show. Rejects
 * with 'invalid-value' on NaN, which no picture should hide.
 */
export async function pointsPicture(
  points: tf.Tensor | ArrayLike<number>,
  { size = 512, labels, ...options }: PointsPictureOptions = {},
): Promise<Picture> {
  checkCount('size', size);
  const values = await readPoints(points);
  const extent = options.extent ? checkExtent(options.extent) : extentOf(values);
  const ink = createInk(extent, size);
  drawDots(ink, values, labels && toLabels(labels, values.length / 2));
  return { width: ink.width, height: ink.height, channels: 3, data: inkToBytes(ink) };
}

async function readPoints(points: tf.Tensor | ArrayLike<number>): Promise<ArrayLike<number>> {
  const values = isTensor(points) ? await points.data() : points;
  const shape = isTensor(points) ? points.shape : [values.length / 2, 2];
  check(
    shape.length === 2 && shape[1] === 2 && Number.isInteger(shape[0]) && shape[0]! >= 1,
    'invalid-shape',
    () => `points must be of shape [n, 2] with at least one point, got ${show(shape)}`,
  );
  for (let i = 0; i < values.length; i++) {
    check(!Number.isNaN(values[i]), 'invalid-value', () => `points must be numbers, got NaN at index ${i}`);
  }
  return values;
}

function checkExtent(extent: Extent): Extent {
  const [left, bottom, right, top] = extent;
  check(
    extent.every(Number.isFinite) && left < right && bottom < top,
    'invalid-argument',
    () => `extent must be [left, bottom, right, top] with left < right and bottom < top, got ${show(extent)}`,
  );
  return extent;
}
