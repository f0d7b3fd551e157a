import { BatchNorm, Conv2d, cropTo, heNormal, type ImageSize, type Mode, type Rng, relu, upsample } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

export interface ResnetUpBlockOptions {
  readonly inputs: number;
  readonly filters: number;
  /** Of the map that it makes: twice the size of what it gets, or a row or column less. */
  readonly size: ImageSize;
}

/** Doubles a map: two convolutions behind batch normalisation and ReLU, beside a short cut that is linear. */
export class ResnetUpBlock {
  readonly norms: readonly [BatchNorm, BatchNorm];
  readonly first: Conv2d;
  readonly second: Conv2d;
  readonly shortcut: Conv2d;
  readonly size: ImageSize;

  constructor({ inputs, filters, size }: ResnetUpBlockOptions, rng: Rng) {
    const behindRelu = { filters, kernelSize: 3, initializer: heNormal };
    this.norms = [new BatchNorm({ channels: inputs }), new BatchNorm({ channels: filters })];
    this.first = new Conv2d({ ...behindRelu, inputs, bias: false }, rng.fork('first'));
    this.second = new Conv2d({ ...behindRelu, inputs: filters }, rng.fork('second'));
    this.shortcut = new Conv2d({ inputs, filters, kernelSize: 1 }, rng.fork('shortcut'));
    this.size = size;
  }

  apply(x: tf.Tensor4D, mode: Mode): tf.Tensor4D {
    const h = this.first.apply(this.#double(relu(this.norms[0].apply(x, mode))));
    const residual = this.second.apply(relu(this.norms[1].apply(h, mode)));
    return tf.add(residual, this.#double(this.shortcut.apply(x))); // the paper doubles first: the same, for four times the work
  }

  #double(x: tf.Tensor4D): tf.Tensor4D {
    return cropTo(upsample(x), this.size);
  }
}
