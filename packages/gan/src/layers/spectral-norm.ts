import type { LinearLayer, Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Linear } from '../network.ts';

/** Steps of the power iteration before the first use: they find the norm to a few percent, from below. */
const STEPS_AT_START = 30;

/**
 * Divides a layer's kernel by its largest singular value, as a matrix [everything else, units], so that the layer stretches nothing by
 * more than 1 (a convolution: by little more). Takes over the layer's variables. `advance` follows the norm while training moves the
 * kernel, by one step of the power iteration whose vectors are saved with the model; gradients take them for constants, but flow through
 * the norm. Miyato et al. 2018 (1802.05957), algorithm 1.
 */
export class SpectralNorm<R extends tf.Rank> implements Linear<R> {
  readonly kernel: tf.Variable<R>;
  readonly bias: tf.Variable<tf.Rank.R1> | null;
  readonly left: tf.Variable<tf.Rank.R2>; // [1, everything else], of length 1
  readonly right: tf.Variable<tf.Rank.R2>; // [units, 1], of length 1
  readonly #layer: LinearLayer<R>;

  constructor(layer: LinearLayer<R>, rng: Rng) {
    this.#layer = layer;
    this.kernel = layer.kernel;
    this.bias = layer.bias;
    const units = layer.kernel.shape[layer.unitAxis]!;
    [this.left, this.right] = tf.tidy(() => {
      const left = tf.variable(tf.zeros<tf.Rank.R2>([1, layer.kernel.size / units]), false);
      return [left, tf.variable(unit(rng.normal<tf.Rank.R2>([units, 1])), false)];
    });
    for (let step = 0; step < STEPS_AT_START; step++) this.advance();
  }

  apply(x: tf.Tensor<R>): tf.Tensor<R> {
    const kernel = tf.div<tf.Tensor<R>>(this.kernel, tf.maximum(this.norm(), 1e-12)); // a kernel of zeros stays one
    return this.#layer.apply(x, undefined, { kernel, bias: this.bias });
  }

  /** The estimate of the largest singular value, a scalar. The caller disposes it. */
  norm(): tf.Scalar {
    return tf.tidy(() => tf.reshape(tf.matMul(this.left, tf.matMul(this.#matrix(), this.right)), []));
  }

  /** One step of the power iteration. */
  advance(): void {
    tf.tidy(() => {
      const matrix = this.#matrix();
      this.left.assign(unit(tf.matMul(this.right, matrix, true, true)));
      this.right.assign(unit(tf.matMul(matrix, this.left, true, true)));
    });
  }

  /** [everything else, units]. */
  #matrix(): tf.Tensor2D {
    const { unitAxis } = this.#layer;
    const axes = this.kernel.shape.map((_, axis) => axis).filter((axis) => axis !== unitAxis);
    const last = unitAxis === this.kernel.rank - 1;
    const turned = last ? this.kernel : tf.transpose(this.kernel as tf.Tensor, [...axes, unitAxis]);
    return tf.reshape(turned, [-1, this.kernel.shape[unitAxis]!]);
  }
}

function unit<T extends tf.Tensor>(vector: T): T {
  return tf.div(vector, tf.maximum(tf.norm(vector), 1e-12));
}
