import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import { transpose } from '../ops/transpose.ts';
import { type GradientTable, gradient, type KernelGradient } from './gradient-table.ts';
import { matrixProduct } from './matmul.ts';

/**
 * Resizing is a product with one matrix for the rows and one for the columns, and its gradient one with their transposes. tfjs's
 * own backward kernels are not used: none knows half pixel centers, and those of its cpu backend are wrong for batches and for
 * images that are not square.
 */
export function resizeGradients(): GradientTable {
  return { ResizeBilinear: resizing('ResizeBilinear'), ResizeNearestNeighbor: resizing('ResizeNearestNeighbor') };
}

function resizing(kernel: string): KernelGradient {
  return gradient(['images'], (dy, [images], attributes: object) => ({
    images: () => {
      const [, height, width] = images.shape as [number, number, number, number];
      const rows = resizeMatrix(kernel, height, dy.shape[1]!, attributes);
      const columns = resizeMatrix(kernel, width, dy.shape[2]!, attributes);
      const lines = shrink(transpose(dy, [1, 0, 2, 3]), rows); // [height, batch, width', channels]
      return transpose(shrink(transpose(lines, [2, 1, 0, 3]), columns), [1, 2, 0, 3]);
    },
  }));
}

/** Shortens the first axis, [output, ...] to [input, ...], with a matrix [output, input]. */
function shrink(x: tf.Tensor, matrix: tf.Tensor): tf.Tensor {
  const [output, ...rest] = x.shape;
  return tf.reshape(matrixProduct(matrix, tf.reshape(x, [output!, -1]), true, false), [matrix.shape[1]!, ...rest]);
}

/** [output, input]: what the kernel makes of each unit vector, as the channels of an image with one column. */
function resizeMatrix(kernel: string, input: number, output: number, attributes: object): tf.Tensor {
  const identity = Float32Array.from({ length: input * input }, (_, i) => Number(i % (input + 1) === 0));
  const units = tf.tensor(identity, [1, input, 1, input]);
  return tf.reshape(runKernel(kernel, { images: units }, { ...attributes, size: [output, 1] }), [output, input]);
}
