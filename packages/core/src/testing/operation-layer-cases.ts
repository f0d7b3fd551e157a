import * as tf from '@tensorflow/tfjs-core';
import { relu, softplus } from '../nn/activations.ts';
import { type ConvolutionLayout, convolve } from '../nn/convolve.ts';
import { type LinearWeights, runLinear } from '../nn/linear-layer.ts';
import type { OperationCase } from './operation-case.ts';

/** The linear parts of layers with what follows them, which some backends do in one kernel. */
export function layerCases(): OperationCase[] {
  return [
    layer('dense', [3, 5], [5, 4], (x, weights) => multiply(x, weights as never)),
    layer('dense, relu', [3, 5], [5, 4], (x, weights) => multiply(x, weights as never, relu)),
    layer('dense, softplus', [3, 5], [5, 4], (x, weights) => multiply(x, weights as never, softplus)),
    convolution('conv2d', { padding: 'same' }),
    convolution('conv2d, relu', { padding: 'same' }, relu),
    convolution('conv2d strides 2, relu', { padding: 'valid', strides: [2, 2] }, relu),
    convolution('conv2d dilated, relu', { padding: 'same', dilation: [2, 1] }, relu),
    convolution('conv2d padded, relu', { padding: { top: 2, bottom: 0, left: 1, right: 1 } }, relu),
  ];
}

function convolution(name: string, layout: ConvolutionLayout, activation?: typeof relu): OperationCase {
  return layer(name, [2, 4, 5, 1], [3, 3, 1, 4], (x, weights) =>
    convolve(x as tf.Tensor4D, weights as never, layout, activation),
  );
}

interface Weights {
  readonly kernel: tf.Tensor;
  readonly bias: tf.Tensor;
}

/** A small kernel and a large bias keep the sums clear of relu's corner. */
function layer(name: string, x: number[], kernel: number[], run: (x: tf.Tensor, weights: Weights) => tf.Tensor): OperationCase {
  return {
    name: `layer ${name}`,
    shapes: [x, kernel, [kernel.at(-1)!]],
    run: (image, f, b) => run(image!, { kernel: tf.mul(f!, 0.01), bias: tf.mul(b!, 12) }),
  };
}

/** As `Dense` does, whose weights are variables. */
function multiply(x: tf.Tensor, weights: LinearWeights<tf.Rank>, activation?: typeof relu): tf.Tensor {
  return runLinear('genmodels:Dense', x, weights, {}, () => tf.matMul(x, weights.kernel), activation);
}
