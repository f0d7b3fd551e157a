import * as tf from '@tensorflow/tfjs-core';

/**
 * An image whose two channels are the rows and the columns of its pixels, counted from 1: [batch, height, width, 2]. A kernel that
 * samples images tells with it where it reads, to the rounding of its backend, and between pixels too, as it mixes these numbers
 * like any others. 0, its fill value then, is nowhere.
 */
export function pixelNumbers([batch, height, width]: readonly number[], first = 1): tf.Tensor {
  const zeros = tf.zeros([batch!, height!, width!]);
  const rows = tf.reshape(tf.range(first, first + height!), [-1, 1]);
  const columns = tf.range(first, first + width!);
  return tf.stack([tf.add(zeros, rows), tf.add(zeros, columns)], 3);
}

/** The whole numbers around each, both itself where it is whole, and how far it is from the one before to the one after. */
export function neighbours(numbers: tf.Tensor): { before: tf.Tensor; after: tf.Tensor; share: tf.Tensor } {
  const before = tf.floor(numbers);
  return { before, after: tf.ceil(numbers), share: tf.sub(numbers, before) };
}

/** With zeros around, so that numbers are indices: from 0 to two past the last, as a mixture of it with itself may round up. */
export function framed(images: tf.Tensor): tf.Tensor {
  const sides: [number, number] = [1, 2];
  return tf.pad(images, [[0, 0], sides, sides, [0, 0]]);
}

/**
 * The transpose of sampling: adds dy, [n, h, w, channels], to the pixels of n images from which it was read, at places
 * [n, h, w, 2]. One image at a time, as WebGL's kernel for scattering compares each update with each pixel.
 */
export function giveBack(dy: tf.Tensor, places: tf.Tensor, [, height, width, channels]: readonly number[]): tf.Tensor {
  const [rows, columns] = tf.unstack(places, 3).map(weighted);
  const reads = rows!.flatMap((row) => columns!.map((column) => ({ row, column })));
  const pixels = reads.map(({ row, column }) => tf.stack([row.number, column.number], 3));
  const parts = reads.map(({ row, column }) => tf.mul(dy, tf.expandDims(tf.mul(row.weight, column.weight), 3)));
  const partsOf = tf.unstack(tf.stack(parts, 1)); // [4, h, w, channels] each
  const images = tf
    .unstack(tf.cast(tf.stack(pixels, 1), 'int32'))
    .map((indices, i) => tf.scatterND(indices, partsOf[i]!, [height! + 3, width! + 3, channels!]));
  return tf.slice(tf.stack(images), [0, 1, 1, 0], [-1, height!, width!, -1]);
}

/** What linear interpolation reads. */
function weighted(numbers: tf.Tensor): { number: tf.Tensor; weight: tf.Tensor }[] {
  const { before, after, share } = neighbours(numbers);
  return [
    { number: before, weight: tf.sub(1, share) },
    { number: after, weight: share },
  ];
}
