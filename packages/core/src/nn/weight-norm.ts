import * as tf from '@tensorflow/tfjs-core';
import { number } from '../config.ts';
import { check } from '../errors.ts';
import type { Activation } from './activations.ts';
import { identity, type LinearLayer } from './linear-layer.ts';
import { moments } from './normalize.ts';

export interface WeightNormOptions {
  /** Standard deviation of the outputs after `initialize`. @default 1 */
  readonly initialScale?: number;
}

/**
 * What deviates less, in the outputs of a kernel of length 1 or in relation to their mean, does not change: float32 rounds sums of inputs
 * of the order of 1 to some 1e-6.
 */
const leastDeviation = 1e-3;

/**
 * Learns length and direction of each unit's weights apart: kernel = gain * direction / |direction|. Wraps a fresh `Dense`,
 * `Conv2d` or `Conv2dTranspose`, takes over its variables, and computes the same until it is initialised or trained.
 * Salimans and Kingma 2016 (1602.07868).
 */
export class WeightNorm<R extends tf.Rank> {
  readonly direction: tf.Variable<R>; // the wrapped layer's kernel
  readonly gain: tf.Variable<tf.Rank.R1>; // [units]
  readonly bias: tf.Variable<tf.Rank.R1>; // [units]
  readonly #layer: LinearLayer<R>;
  readonly #initialScale: number;

  constructor(layer: LinearLayer<R>, { initialScale = 1 }: WeightNormOptions = {}) {
    check(
      layer.bias !== null,
      'invalid-config',
      () => 'bias must be true in a layer with weight normalisation, whose initialisation centres the outputs, got false',
    );
    this.#layer = layer;
    this.#initialScale = number({ min: 0 })(initialScale, 'initialScale');
    this.direction = layer.kernel;
    this.bias = layer.bias;
    this.gain = tf.tidy(() => tf.variable(tf.reshape(this.#lengths(), layer.bias!.shape)));
  }

  apply(x: tf.Tensor<R>, activation?: Activation): tf.Tensor<R> {
    return this.#layer.apply(x, activation, { kernel: this.effectiveKernel(), bias: this.bias });
  }

  /**
   * Sets gain and bias such that the outputs for this batch have mean 0 and variance `initialScale`^2 in each unit, and
   * returns these outputs: a network initialises its layers in the order of its forward pass. Section 3 of the paper.
   *
   * A unit that does not change over the batch is centred only, with a gain of `initialScale`. Nothing tells its scale: its weights
   * would be quotients of rounding, up to 10^5 by the 1e-10 that the paper's code adds to variances. scikit-learn's StandardScaler
   * leaves the scale of constant features alike. Inputs shall be of the order of 1.
   */
  initialize(x: tf.Tensor<R>): tf.Tensor<R> {
    const y = this.#layer.apply(x, identity, { kernel: tf.div(this.direction, this.#lengths()), bias: null });
    const { mean, variance } = moments(
      y,
      y.shape.slice(0, -1).map((_, axis) => axis),
    );
    const gain = tf.div(this.#initialScale, tf.sqrt(tf.add(variance, 1e-10)));
    const bias = tf.neg(tf.mul(mean, gain));
    const flat = tf.greater(tf.maximum(gain, tf.abs(bias)), this.#initialScale / leastDeviation);
    const factor = tf.where(flat, tf.div(this.#initialScale, gain), tf.onesLike(gain));
    this.gain.assign(tf.reshape(tf.mul(gain, factor), this.gain.shape));
    this.bias.assign(tf.reshape(tf.mul(bias, factor), this.bias.shape));
    return this.apply(x);
  }

  /** gain * direction / |direction|. */
  effectiveKernel(): tf.Tensor<R> {
    const lengths = this.#lengths();
    return tf.mul(this.direction, tf.div(tf.reshape(this.gain, lengths.shape), lengths));
  }

  /** |direction| of each unit, in a shape that divides the kernel. */
  #lengths(): tf.Tensor {
    const axes = this.direction.shape.map((_, axis) => axis).filter((axis) => axis !== this.#layer.unitAxis);
    return tf.sqrt(tf.sum(tf.square(this.direction), axes, true));
  }
}
