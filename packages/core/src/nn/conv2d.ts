import * as tf from '@tensorflow/tfjs-core';
import { check, show } from '../errors.ts';
import type { Rng } from '../rng.ts';
import { checkSizes } from './check-sizes.ts';
import { glorotNormal, type Initializer, zeros } from './initializers.ts';
import { addBias, type LinearLayer } from './linear-layer.ts';
import { causalPadding, convolvePadded, type Padding } from './padding.ts';
import { pairOf, type Size2d } from './size2d.ts';

export interface Conv2dOptions {
  readonly inputs: number;
  readonly filters: number;
  readonly kernelSize: Size2d;
  /** @default 1 */
  readonly strides?: Size2d;
  /** Steps between the kernel's cells; above 1 only where the strides are 1. @default 1 */
  readonly dilation?: Size2d;
  /** @default 'same' */
  readonly padding?: Padding;
  /** False before a normalisation that has an offset of its own. @default true */
  readonly bias?: boolean;
  /** @default glorotNormal */
  readonly initializer?: Initializer;
}

/** A convolution: [batch, height, width, inputs] to [batch, height', width', filters]. */
export class Conv2d implements LinearLayer<tf.Rank.R4> {
  readonly kernel: tf.Variable<tf.Rank.R4>; // [height, width, inputs, filters]
  readonly bias: tf.Variable<tf.Rank.R1> | null; // [filters]
  readonly unitAxis = 3;
  readonly strides: [number, number];
  readonly dilation: [number, number];
  readonly padding: Padding;

  constructor(options: Conv2dOptions, rng: Rng) {
    const { inputs, filters, kernelSize, strides = 1, dilation = 1 } = options;
    const { padding = 'same', bias = true, initializer = glorotNormal } = options;
    checkSizes({ inputs, filters });
    const [height, width] = pairOf(kernelSize, 'kernelSize');
    this.strides = pairOf(strides, 'strides');
    this.dilation = pairOf(dilation, 'dilation');
    this.padding = padding;
    check(
      Math.max(...this.strides) === 1 || Math.max(...this.dilation) === 1,
      'invalid-config',
      () => `strides or dilation must be 1, got strides ${show(strides)} and dilation ${show(dilation)}`,
    );
    const fans = { fanIn: height * width * inputs, fanOut: height * width * filters };
    this.kernel = initializer<tf.Rank.R4>([height, width, inputs, filters], fans, rng);
    this.bias = bias ? zeros<tf.Rank.R1>([filters]) : null;
  }

  apply(x: tf.Tensor4D): tf.Tensor4D {
    return addBias(this.linear(x, this.kernel), this.bias);
  }

  /** Only 'same' and 'valid' are native everywhere with their gradients; the rest is padded by hand. */
  linear(x: tf.Tensor4D, kernel: tf.Tensor4D): tf.Tensor4D {
    const { padding, strides, dilation } = this;
    if (padding === 'same' || padding === 'valid') return tf.conv2d(x, kernel, strides, padding, 'NHWC', dilation);
    const extent = [(kernel.shape[0] - 1) * dilation[0] + 1, (kernel.shape[1] - 1) * dilation[1] + 1] as const;
    const around = padding === 'causal' ? causalPadding(x.shape[2], extent, strides[1]) : padding;
    return convolvePadded(x, kernel, around, strides, dilation);
  }
}
