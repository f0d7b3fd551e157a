import * as tf from '@tensorflow/tfjs-core';
import type { LinearAttributes } from '../kernels.ts';
import { type ConvolutionAttributes, convolution2d, filterGradient, inputGradient } from './convolution.ts';
import { stepProduct } from './elementwise.ts';
import type { GradientTable, InputGradients, KernelGradient } from './gradient-table.ts';
import { matrixProduct } from './matmul.ts';

/** Of the kernels of kernels.ts that are products and convolutions with their bias and, where asked for, relu. */
export function linearGradients(): GradientTable {
  return {
    'genmodels:Dense': linear<object>((dy, x, kernel) => ({
      x: () => matrixProduct(dy, kernel, false, true),
      kernel: () => matrixProduct(x, dy, true, false),
    })),
    'genmodels:Conv2d': linear<ConvolutionAttributes>((dy, x, kernel, attributes) => ({
      x: () => inputGradient(convolution2d(), dy, kernel, x.shape, attributes),
      kernel: () => filterGradient(convolution2d(), x, dy, kernel.shape, attributes),
    })),
  };
}

/**
 * The gradient of relu needs the sign of its output alone, which has no derivative to lose: a saved output serves, and the sums before
 * relu need not be kept.
 */
function linear<Attributes>(
  derive: (dy: tf.Tensor, x: tf.Tensor, kernel: tf.Tensor, attributes: Attributes) => InputGradients,
): KernelGradient {
  return {
    inputsToSave: ['x', 'kernel'],
    outputsToSave: [true],
    gradFunc(given, [x, kernel, y], attributes) {
      const { relu } = attributes as unknown as LinearAttributes;
      const dy = relu ? stepProduct(given as tf.Tensor, y!) : (given as tf.Tensor);
      return {
        ...derive(dy, x!, kernel!, attributes as Attributes),
        bias: () => tf.sum(tf.reshape(dy, [-1, dy.shape.at(-1)!]), 0),
      };
    },
  };
}
