import * as tf from '@tensorflow/tfjs-core';
import { zeros } from './constant.ts';
import { type GradientTable, gradient } from './gradient-table.ts';

/** tf.bincount: each weight was added to one bin, so it gets that bin's gradient. */
export function countingGradients(): GradientTable {
  const counted = gradient(['x'], (dy, [x]) => ({
    x: () => zeros(x),
    weights: () => tf.sum(tf.mul(tf.oneHot(x, dy.shape.at(-1)!), tf.expandDims(dy, -2)), -1),
  }));
  return { Bincount: counted, DenseBincount: counted };
}
