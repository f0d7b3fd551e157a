import * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';
import { runKernel } from '../ops/run-kernel.ts';
import { type GradientTable, gradient } from './gradient-table.ts';
import { scatterAlong } from './indexing.ts';
import { product, resized } from './sizes.ts';

/** Rarer ways to move elements than those of shape.ts. */
export function rearrangingGradients(): GradientTable {
  return {
    BatchToSpaceND: gradient([], (dy, _, { blockShape, crops }: tf.BatchToSpaceNDAttrs) => ({
      x: () => tf.spaceToBatchND(dy, blockShape, crops),
    })),
    DepthToSpace: gradient([], (dy, _, { blockSize, dataFormat }: tf.DepthToSpaceAttrs) => ({
      x: () => spaceToDepth(dy, blockSize, dataFormat),
    })),
    Diag: gradient(['x'], (dy, [x]) => ({
      x: () => tf.reshape(tf.gather(tf.reshape(dy, [-1]), tf.range(0, dy.size, x.size + 1, 'int32')), x.shape),
    })),
    FlipLeftRight: gradient([], (dy) => ({ image: () => tf.reverse(dy, 2) })),
    MirrorPad: gradient(['x'], (dy, [x], { paddings, mode }: tf.MirrorPadAttrs) => ({
      x: () => foldBack(dy, x.shape, paddings, mode === 'reflect' ? 1 : 0),
    })),
    SpaceToBatchND: gradient([], (dy, _, { blockShape, paddings }: tf.SpaceToBatchNDAttrs) => ({
      x: () => tf.batchToSpaceND(dy, blockShape, paddings),
    })),
    StridedSlice: gradient(['x'], (dy, [x], attributes: object) => ({
      x: () => stridedSliceBack(dy, x.shape, attributes),
    })),
  };
}

/** [batch, h * block, w * block, c] to [batch, h, w, block * block * c]. */
function spaceToDepth(y: tf.Tensor, block: number, dataFormat: string): tf.Tensor {
  const message = () => `the gradient of depthToSpace takes NHWC images, got ${dataFormat}: transpose them before`;
  check(dataFormat === 'NHWC', 'invalid-argument', message);
  const [batch, height, width, channels] = y.shape as [number, number, number, number];
  const rows = tf.reshape(y, [(batch * height) / block, block, width / block, block * channels]);
  return tf.reshape(tf.transpose(rows, [0, 2, 1, 3]), [batch, height / block, width / block, -1]);
}

/** Adds each mirrored element to the one that it repeats. */
function foldBack(dy: tf.Tensor, shape: readonly number[], paddings: readonly [number, number][], edge: 0 | 1): tf.Tensor {
  const folded = paddings.reduce((sum, [before, after], axis) => {
    if (before + after === 0) return sum;
    const sources = tf.tensor1d(mirrored(shape[axis]!, before, after, edge), 'int32');
    return scatterAlong(sum, sources, resized(sum.shape, axis, shape[axis]!), axis, 0);
  }, dy);
  return tf.reshape(folded, [...shape]);
}

/** Which element each padded place repeats: 2 1 | 0 1 2 | 1 0 with the edge left out (1), 1 0 | 0 1 2 | 2 1 without (0). */
function mirrored(size: number, before: number, after: number, edge: 0 | 1): number[] {
  return Array.from({ length: before + size + after }, (_, place) => {
    const i = place - before;
    if (i < 0) return edge - 1 - i;
    return i < size ? i : 2 * size - 1 - edge - i;
  });
}

/** Slices the numbers of the elements alike, which tells where each came from. */
function stridedSliceBack(dy: tf.Tensor, shape: number[], attributes: object): tf.Tensor {
  const size = product(shape);
  const numbers = tf.reshape(tf.range(0, size), shape);
  const sources = tf.cast(runKernel('StridedSlice', { x: numbers }, attributes), 'int32');
  return tf.reshape(tf.scatterND(tf.reshape(sources, [-1, 1]), tf.reshape(dy, [-1]), [size]), shape);
}
