import { type Activation, Conv2d, type PixelLayer, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

export interface StridedProjectionOptions {
  readonly inputs: number;
  readonly filters: number;
  readonly stride: number;
}

/** A 1x1 convolution of every `stride`-th row and column: a map, or a pixel for all, as features of a coarser map. Without a bias. */
export class StridedProjection implements PixelLayer {
  readonly layer: Conv2d;
  readonly bias = null;
  readonly padding = { top: 0, bottom: 0, left: 0, right: 0 };
  readonly stride: number;

  constructor({ inputs, filters, stride }: StridedProjectionOptions, rng: Rng) {
    const { padding } = this;
    this.layer = new Conv2d({ inputs, filters, kernelSize: 1, strides: stride, padding, bias: false }, rng);
    this.stride = stride;
  }

  apply(x: tf.Tensor4D, activation?: Activation): tf.Tensor4D {
    return this.layer.apply(x, activation);
  }

  effectiveKernel(): tf.Tensor4D {
    return this.layer.kernel;
  }
}
