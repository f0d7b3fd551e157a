import {
  type Activation,
  type ExplicitPadding,
  fixedWeightNorm,
  type LinearLayer,
  type PixelLayer,
  WeightNorm,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** A convolution that can be read pixel by pixel. */
export interface PixelConvolution
  extends LinearLayer<tf.Rank.R4>,
    Required<Pick<PixelLayer, 'padding' | 'stride' | 'transposed'>> {}

/** A convolution under weight normalisation, which a batch initialises. */
export class NormalizedLayer implements PixelLayer {
  readonly norm: WeightNorm<tf.Rank.R4>;
  readonly padding: ExplicitPadding;
  readonly stride: number;
  readonly transposed: boolean;

  /** `initialScale` is the standard deviation of its outputs after `initialize`; before, it scales what the layer gives. */
  constructor(layer: PixelConvolution, initialScale = 1) {
    const norm = new WeightNorm(layer, { initialScale });
    tf.tidy(() => norm.gain.assign(tf.mul(norm.gain, initialScale)));
    this.norm = norm;
    this.padding = layer.padding;
    this.stride = layer.stride;
    this.transposed = layer.transposed;
  }

  get bias(): tf.Tensor1D {
    return this.norm.bias;
  }

  apply(x: tf.Tensor4D, activation?: Activation): tf.Tensor4D {
    return this.norm.apply(x, activation);
  }

  /** Called inside a tidy. Gives the outputs for this batch mean 0 and the standard deviation `initialScale` in each channel that changes. */
  initialize(x: tf.Tensor4D): void {
    this.norm.initialize(x);
  }

  /** A transposed convolution stores [rows, columns, filters, inputs]. */
  effectiveKernel(): tf.Tensor4D {
    const kernel = this.norm.effectiveKernel();
    return this.transposed ? tf.transpose(kernel, [0, 1, 3, 2]) : kernel;
  }

  async fixedKernel(): Promise<Float32Array> {
    const { direction, gain } = this.norm;
    const units = tf.tidy(() => (this.transposed ? tf.transpose(direction, [0, 1, 3, 2]) : tf.clone(direction)));
    try {
      return await fixedWeightNorm({ direction: units, gain });
    } finally {
      units.dispose();
    }
  }
}
