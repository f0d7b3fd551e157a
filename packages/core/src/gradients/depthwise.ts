import * as tf from '@tensorflow/tfjs-core';
import { convolutionFamily } from './convolution.ts';
import type { GradientTable } from './gradient-table.ts';
import type { WindowGeometry } from './window-geometry.ts';
import { windows } from './windows.ts';

/** tf.depthwiseConv2d, separableConv2d: x [batch, height, width, C], filter [h, w, C, M], y [batch, height', width', C * M]. */
export function depthwiseGradients(): GradientTable {
  return convolutionFamily({
    axes: 2,
    kernels: ['DepthwiseConv2dNative', 'DepthwiseConv2dNativeBackpropInput', 'DepthwiseConv2dNativeBackpropFilter'],
    composeInput,
    composeFilter,
  });
}

function composeInput(dy: tf.Tensor, filter: tf.Tensor, input: readonly number[], geometry: WindowGeometry): tf.Tensor {
  const [height, width, channels, multiplier] = filter.shape as [number, number, number, number];
  const values = tf.unstack(tf.reshape(filter, [height * width, channels, multiplier])).map((weights) => {
    const sums = tf.sum(tf.mul(byChannel(dy, channels), weights), 2);
    return tf.reshape(sums, [...dy.shape.slice(0, 3), channels]);
  });
  return windows(input, [height, width], dy.shape.slice(1, 3), geometry).write(values);
}

function composeFilter(x: tf.Tensor, dy: tf.Tensor, window: readonly number[], geometry: WindowGeometry): tf.Tensor {
  const channels = x.shape[3]!;
  const cells = windows(x.shape.slice(1, 3), window, dy.shape.slice(1, 3), geometry).read(x, 0);
  const sums = cells.map((cell) => tf.sum(tf.mul(tf.reshape(cell, [-1, channels, 1]), byChannel(dy, channels)), 0));
  return tf.reshape(tf.stack(sums), [...window, channels, -1]);
}

/** [batch, height, width, C * M] as [pixels, C, M]. */
function byChannel(y: tf.Tensor, channels: number): tf.Tensor {
  return tf.reshape(y, [-1, channels, y.shape[3]! / channels]);
}
