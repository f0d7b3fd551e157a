import type * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import type { Rng } from '../rng.ts';
import type { Activation } from './activations.ts';
import { checkSizes } from './check-sizes.ts';
import { glorotNormal, type Initializer, zeros } from './initializers.ts';
import { addBias, identity, type LinearLayer, type LinearWeights } from './linear-layer.ts';
import { pairOf, type Size2d } from './size2d.ts';

export interface Conv2dTransposeOptions {
  readonly inputs: number;
  readonly filters: number;
  readonly kernelSize: Size2d;
  /** How much larger the output is. A kernel size that they divide avoids checkerboards. @default 1 */
  readonly strides?: Size2d;
  /** 'same' gives size * stride outputs, 'valid' (size - 1) * stride + kernel. @default 'same' */
  readonly padding?: 'same' | 'valid';
  /** False before a normalisation that has an offset of its own. @default true */
  readonly bias?: boolean;
  /** @default glorotNormal */
  readonly initializer?: Initializer;
}

/**
 * A fractionally strided convolution, the transpose of `Conv2d` as a matrix:
 * [batch, height, width, inputs] to [batch, height', width', filters].
 */
export class Conv2dTranspose implements LinearLayer<tf.Rank.R4> {
  readonly kernel: tf.Variable<tf.Rank.R4>; // [height, width, filters, inputs]
  readonly bias: tf.Variable<tf.Rank.R1> | null; // [filters]
  readonly unitAxis = 2;
  readonly strides: [number, number];
  readonly padding: 'same' | 'valid';

  constructor(options: Conv2dTransposeOptions, rng: Rng) {
    const { inputs, filters, kernelSize, strides = 1, padding = 'same', bias = true, initializer = glorotNormal } = options;
    checkSizes({ inputs, filters });
    const [height, width] = pairOf(kernelSize, 'kernelSize');
    this.strides = pairOf(strides, 'strides');
    this.padding = padding;
    const area = height * width;
    const seen = area / (this.strides[0] * this.strides[1]); // an output meets only every stride-th cell of the kernel
    const fans = { fanIn: seen * inputs, fanOut: area * filters };
    this.kernel = initializer<tf.Rank.R4>([height, width, filters, inputs], fans, rng);
    this.bias = bias ? zeros<tf.Rank.R1>([filters]) : null;
  }

  apply(x: tf.Tensor4D, activation: Activation = identity, weights: LinearWeights<tf.Rank.R4> = this): tf.Tensor4D {
    const { kernel, bias } = weights;
    const { strides, padding } = this;
    const sizes = strides.map((stride, i) => x.shape[i + 1]! * stride + (padding === 'same' ? 0 : kernel.shape[i]! - stride));
    const attributes = { strides, pad: padding, dataFormat: 'NHWC', inputShape: [x.shape[0], ...sizes, kernel.shape[2]] };
    const inputs = { dy: x, filter: kernel };
    const y: tf.Tensor4D = runKernel('Conv2DBackpropInput', inputs, attributes); // `tf.conv2dTranspose` adds 0.6 kB of checks
    return activation(addBias(y, bias));
  }
}
