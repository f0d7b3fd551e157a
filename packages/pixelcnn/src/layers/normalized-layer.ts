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

/**
 * What deviates less, in the outputs of a unit kernel or in relation to their mean, does not change: features are of the order of 1 all
 * through the network, and float32 rounds their sums to some 1e-6.
 */
const leastDeviation = 1e-3;

/** A convolution under weight normalisation, which a batch initialises. */
export class NormalizedLayer implements PixelLayer {
  readonly norm: WeightNorm<tf.Rank.R4>;
  readonly padding: ExplicitPadding;
  readonly stride: number;
  readonly transposed: boolean;
  readonly #initialScale: number;

  /** `initialScale` is the standard deviation of its outputs after `initialize`; before, it scales what the layer gives. */
  constructor(layer: PixelConvolution, initialScale = 1) {
    const norm = new WeightNorm(layer, { initialScale });
    tf.tidy(() => norm.gain.assign(tf.mul(norm.gain, initialScale)));
    this.norm = norm;
    this.padding = layer.padding;
    this.stride = layer.stride;
    this.transposed = layer.transposed;
    this.#initialScale = initialScale;
  }

  get bias(): tf.Tensor1D {
    return this.norm.bias;
  }

  apply(x: tf.Tensor4D, activation?: Activation): tf.Tensor4D {
    return this.norm.apply(x, activation);
  }

  /**
   * Called inside a tidy. Gives the outputs for this batch mean 0 and the standard deviation `initialScale` in each channel.
   *
   * A channel that does not change in the batch tells nothing of its scale: its weights would be quotients of rounding, up to 10^5 by
   * the 1e-10 that the paper's code adds to variances. Such a one is centred, with a gain of `initialScale`, as scikit-learn's
   * StandardScaler leaves the scale of constant features.
   */
  initialize(x: tf.Tensor4D): void {
    const { gain, bias } = this.norm;
    this.norm.initialize(x);
    const flat = tf.greater(tf.maximum(gain, tf.abs(bias)), this.#initialScale / leastDeviation);
    const factor = tf.where(flat, tf.div(this.#initialScale, gain), tf.onesLike(gain));
    gain.assign(tf.mul(gain, factor));
    bias.assign(tf.mul(bias, factor));
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
