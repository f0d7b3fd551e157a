import {
  type Activation,
  Conv2dTranspose,
  type ExplicitPadding,
  type LinearLayer,
  type LinearWeights,
  type Rng,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { NormalizedLayer, type PixelConvolution } from './normalized-layer.ts';
import { streamKernel } from './shifted-conv2d.ts';
import { type Stream, shiftedPadding } from './shifted-padding.ts';

export interface ShiftedConv2dTransposeOptions {
  readonly inputs: number;
  readonly filters: number;
  readonly stream: Stream;
}

/** The shifted convolution the other way, to twice the rows and columns. Weight-normalised. */
export function shiftedConv2dTranspose(options: ShiftedConv2dTransposeOptions, rng: Rng): NormalizedLayer {
  return new NormalizedLayer(new Doubling(options, rng));
}

/** A transposed convolution without the columns that it adds to the left and to the right of the image. */
class Doubling implements PixelConvolution {
  readonly kernel: tf.Variable<tf.Rank.R4>; // [rows, columns, filters, inputs]
  readonly bias: tf.Variable<tf.Rank.R1> | null; // [filters]
  readonly unitAxis = 2;
  readonly stride = 2;
  readonly transposed = true;
  readonly padding: ExplicitPadding;
  readonly #whole: LinearLayer<tf.Rank.R4>;

  constructor({ inputs, filters, stream }: ShiftedConv2dTransposeOptions, rng: Rng) {
    const kernelSize = streamKernel[stream];
    const { right } = shiftedPadding(stream, kernelSize);
    const layer = new Conv2dTranspose({ inputs, filters, kernelSize, strides: 2, padding: 'valid' }, rng);
    this.kernel = layer.kernel;
    this.bias = layer.bias;
    this.padding = { top: 0, bottom: 0, left: right, right };
    this.#whole = layer;
  }

  apply(x: tf.Tensor4D, activation?: Activation, weights: LinearWeights<tf.Rank.R4> = this): tf.Tensor4D {
    const [, rows, columns] = x.shape;
    const whole = this.#whole.apply(x, activation, weights);
    return tf.slice(whole, [0, 0, this.padding.left, 0], [-1, 2 * rows, 2 * columns, -1]);
  }
}
