import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import { zeros } from './constant.ts';
import { type GradientTable, gradient } from './gradient-table.ts';
import { framed, giveBack, neighbours, pixelNumbers } from './sampling.ts';

/** tf.image.cropAndResize, by its images and by its boxes, which have zero gradients where crops take the nearest pixels. */
export function cropAndResizeGradients(): GradientTable {
  return {
    CropAndResize: gradient(['image', 'boxes', 'boxInd'], (dy, [image, boxes, boxInd], attributes: object) => {
      const places = () =>
        runKernel('CropAndResize', { image: pixelNumbers(image.shape), boxes, boxInd }, { ...attributes, extrapolationValue: 0 });
      return {
        image: () => tf.scatterND(tf.expandDims(boxInd, 1), giveBack(dy, places(), image.shape), image.shape as [number]),
        boxes: () => byBoxes(dy, image, boxInd, places()),
        boxInd: () => zeros(boxInd),
      };
    }),
  };
}

/**
 * A box [top, left, bottom, right] moves the places that its crop reads, [boxes, h, w, 2], and each read value changes by what lies
 * between its pixels. On a pixel the two sides differ; there, as in TensorFlow, it is zero.
 */
function byBoxes(dy: tf.Tensor, image: tf.Tensor, boxInd: tf.Tensor, places: tf.Tensor): tf.Tensor {
  const [, height, width] = image.shape as [number, number, number, number];
  const [rows, columns] = tf.unstack(places, 3).map(neighbours) as [Neighbours, Neighbours];
  const read = reader(image, boxInd);
  const topLeft = read(rows.before, columns.before);
  const topRight = read(rows.before, columns.after);
  const bottomLeft = read(rows.after, columns.before);
  const bottomRight = read(rows.after, columns.after);
  const down = between(tf.sub(bottomLeft, topLeft), tf.sub(bottomRight, topRight), columns.share);
  const across = between(tf.sub(topRight, topLeft), tf.sub(bottomRight, bottomLeft), rows.share);
  const vertical = byEnds(tf.sum(tf.mul(dy, down), [2, 3]), height);
  const horizontal = byEnds(tf.sum(tf.mul(dy, across), [1, 3]), width);
  return tf.reshape(tf.stack([vertical, horizontal], 2), [-1, 4]);
}

type Neighbours = ReturnType<typeof neighbours>;

/** Reads pixels of each box's image by their numbers, [boxes, h, w] to [boxes, h, w, channels]. */
function reader(image: tf.Tensor, boxInd: tf.Tensor) {
  const pixels = framed(image);
  const owners = tf.reshape(tf.cast(boxInd, 'float32'), [-1, 1, 1]);
  return (rows: tf.Tensor, columns: tf.Tensor): tf.Tensor => {
    const indices = tf.stack([tf.add(tf.zerosLike(rows), owners), rows, columns], 3);
    return tf.gatherND(pixels, tf.cast(indices, 'int32'));
  };
}

function between(from: tf.Tensor, to: tf.Tensor, share: tf.Tensor): tf.Tensor {
  return tf.add(from, tf.mul(tf.sub(to, from), tf.expandDims(share, 3)));
}

/** The rows of a crop lie evenly from its top to its bottom, which are in heights of the image: [boxes, rows] to [boxes, 2]. */
function byEnds(slopes: tf.Tensor, size: number): tf.Tensor {
  const count = slopes.shape[1]!;
  const shares = count > 1 ? tf.linspace(0, 1, count) : tf.tensor1d([0.5]);
  return tf.mul(tf.matMul(slopes, tf.stack([tf.sub(1, shares), shares], 1)), size - 1);
}
