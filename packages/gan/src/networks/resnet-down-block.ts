import { Conv2d, type Conv2dOptions, heNormal, type Rng, relu } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { DiscriminatorContext, Linear } from '../network.ts';

export interface ResnetDownBlockOptions {
  readonly inputs: number;
  /** As many as inputs in a block that does not halve: its short cut is the identity. */
  readonly filters: number;
  /** The first block sees an image, which no ReLU shall cut. */
  readonly image: boolean;
  /** Averages over 2x2 pixels, an odd size rounded up. */
  readonly halve: boolean;
}

/** Two convolutions, a ReLU before each, beside a linear short cut. It normalises no map, so no example sees another. */
export class ResnetDownBlock {
  readonly first: Linear<tf.Rank.R4>;
  readonly second: Linear<tf.Rank.R4>;
  readonly shortcut: Linear<tf.Rank.R4> | null;
  readonly image: boolean;

  constructor({ inputs, filters, image, halve }: ResnetDownBlockOptions, normalize: DiscriminatorContext['normalize'], rng: Rng) {
    const layer = (name: string, options: Conv2dOptions) =>
      normalize(new Conv2d(options, rng.fork(name)), rng.fork(name).fork('norm'));
    const between = image ? filters : inputs;
    this.first = layer('first', { inputs, filters: between, kernelSize: 3, initializer: heNormal });
    this.second = layer('second', { inputs: between, filters, kernelSize: 3, initializer: heNormal });
    this.shortcut = halve ? layer('shortcut', { inputs, filters, kernelSize: 1 }) : null;
    this.image = image;
  }

  apply(x: tf.Tensor4D): tf.Tensor4D {
    const residual = this.second.apply(relu(this.first.apply(this.image ? x : relu(x))));
    return this.shortcut === null ? tf.add(x, residual) : tf.add(this.shortcut.apply(halved(x)), halved(residual));
  }
}

function halved(x: tf.Tensor4D): tf.Tensor4D {
  return tf.avgPool(x, 2, 2, 'same');
}
