import type * as tf from '@tensorflow/tfjs-core';
import { check, show } from '../errors.ts';
import type { Rng } from '../rng.ts';
import type { Activation } from './activations.ts';
import { checkSizes } from './check-sizes.ts';
import { convolve } from './convolve.ts';
import { glorotNormal, type Initializer, zeros } from './initializers.ts';
import type { LinearLayer, LinearWeights } from './linear-layer.ts';
import { causalPadding, type Padding } from './padding.ts';
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

/** A convolution and its activation: [batch, height, width, inputs] to [batch, height', width', filters]. Backends compute relu in the same pass. */
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

  apply(x: tf.Tensor4D, activation?: Activation, weights: LinearWeights<tf.Rank.R4> = this): tf.Tensor4D {
    const { strides, dilation } = this;
    return convolve(x, weights, { padding: this.#padding(x, weights.kernel), strides, dilation }, activation);
  }

  #padding(x: tf.Tensor4D, { shape }: tf.Tensor4D): Exclude<Padding, 'causal'> {
    if (this.padding !== 'causal') return this.padding;
    const [rows, columns] = [(shape[0] - 1) * this.dilation[0] + 1, (shape[1] - 1) * this.dilation[1] + 1];
    return causalPadding(x.shape[2], [rows, columns], this.strides[1]);
  }
}
