import * as tf from '@tensorflow/tfjs-core';
import { unbroadcast } from './broadcast.ts';
import { type GradientTable, gradient } from './gradient-table.ts';

/** y = (x - mean) / sqrt(variance + epsilon) * scale + offset, all but x of shape [channels] or that of x. */
export function batchNormGradients(): GradientTable {
  return {
    FusedBatchNorm: gradient(
      ['x', 'mean', 'variance', 'scale'],
      (dy, [x, mean, variance, scale], { varianceEpsilon }: tf.FusedBatchNormAttrs) => {
        const precision = () => tf.rsqrt(tf.add(variance, varianceEpsilon));
        const sumOf = (y: tf.Tensor) => unbroadcast(y, mean.shape);
        return {
          x: () => tf.mul(dy, tf.mul(precision(), scale)),
          mean: () => tf.mul(sumOf(dy), tf.neg(tf.mul(precision(), scale))),
          variance: () => tf.mul(sumOf(tf.mul(dy, tf.sub(x, mean))), tf.mul(tf.mul(tf.pow(precision(), 3), scale), -0.5)),
          scale: () => tf.mul(sumOf(tf.mul(dy, tf.sub(x, mean))), precision()),
          offset: () => sumOf(dy),
        };
      },
    ),
  };
}

/** y = x * n^-beta with n = bias + alpha * (sum of x^2 over the neighbouring channels). Krizhevsky et al., NeurIPS 2012. */
export function localResponseGradients(): GradientTable {
  return {
    LRN: gradient(['x'], (dy, [x], { depthRadius, bias, alpha, beta }: tf.LRNAttrs) => ({
      x: () => {
        const channels = x.shape[3]!;
        const neighbours = band(channels, depthRadius);
        const near = (y: tf.Tensor): tf.Tensor => tf.reshape(tf.matMul(tf.reshape(y, [-1, channels]), neighbours), x.shape);
        const norm = tf.add(tf.mul(near(tf.square(x)), alpha), bias);
        const spread = near(tf.mul(tf.mul(dy, x), tf.pow(norm, -beta - 1)));
        return tf.sub(tf.mul(dy, tf.pow(norm, -beta)), tf.mul(tf.mul(x, spread), 2 * alpha * beta));
      },
    })),
  };
}

/** [size, size], 1 within this distance from the diagonal. */
function band(size: number, radius: number): tf.Tensor {
  const near = (_: number, i: number) => (Math.abs(Math.floor(i / size) - (i % size)) <= radius ? 1 : 0);
  return tf.tensor2d(Float32Array.from({ length: size * size }, near), [size, size]);
}
