import type * as tf from '@tensorflow/tfjs-core';
import { convolution2d, inputGradient } from '../gradients/convolution.ts';

/**
 * `tf.conv2dTranspose`, fast on every backend: where the backend's own kernel is a plain loop (wasm, cpu) it runs as a forward
 * convolution. x is [batch, height, width, inputs], the filter [rows, columns, outputs, inputs].
 */
export function conv2dTranspose(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  outputShape: tf.Tensor4D['shape'],
  strides: number | [number, number],
  pad: 'same' | 'valid' | number,
): tf.Tensor4D {
  return inputGradient(convolution2d(), x, filter, outputShape, { strides, pad, dataFormat: 'NHWC' }) as tf.Tensor4D;
}
