import { BatchNorm, Conv2d, heNormal, type Mode, type Rng, relu } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

export interface ConvolutionOptions {
  readonly inputs: number;
  readonly filters: number;
  readonly kernelSize: number;
  readonly strides: number;
  readonly batchNorm: boolean;
}

/** A convolution, a batch norm where one is asked for, a relu: [batch, height, width, inputs] to [batch, height', width', filters]. */
export class Convolution {
  readonly convolution: Conv2d;
  readonly norm: BatchNorm | null;

  constructor({ batchNorm, ...options }: ConvolutionOptions, rng: Rng) {
    this.convolution = new Conv2d({ ...options, bias: !batchNorm, initializer: heNormal }, rng); // a norm has an offset of its own
    this.norm = batchNorm ? new BatchNorm({ channels: options.filters }) : null;
  }

  apply(x: tf.Tensor4D, mode: Mode): tf.Tensor4D {
    if (this.norm === null) return this.convolution.apply(x, relu);
    return relu(this.norm.apply(this.convolution.apply(x), mode));
  }
}
