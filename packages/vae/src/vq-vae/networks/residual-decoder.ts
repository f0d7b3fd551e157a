import {
  Conv2d,
  Conv2dTranspose,
  cropTo,
  glorotNormal,
  halvings,
  heNormal,
  type ImageSize,
  type Rng,
  relu,
} from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { VqContext, VqDecoder } from '../network.ts';
import { ResidualBlock } from './residual-block.ts';
import type { ResidualConfig } from './residual-config.ts';

/** A 3x3 convolution of the vectors, residual blocks, and fractionally strided 4x4 convolutions up to the image, a ReLU before each. */
export class ResidualDecoder implements VqDecoder {
  readonly expand: Conv2d;
  readonly blocks: readonly ResidualBlock[];
  readonly layers: readonly Conv2dTranspose[];
  /** The map after each layer. */
  readonly sizes: readonly ImageSize[];

  constructor({ dimensions, outputShape }: VqContext, { width, layers, blocks }: ResidualConfig, rng: Rng) {
    this.sizes = halvings(outputShape, layers, 'residual').slice(0, -1).reverse();
    this.expand = new Conv2d({ inputs: dimensions, filters: width, kernelSize: 3 }, rng.fork('expand'));
    this.blocks = Array.from({ length: blocks }, (_, i) => new ResidualBlock(width, rng.fork('blocks').fork(i)));
    this.layers = this.sizes.map((_, i) => {
      const [filters, initializer] = i === layers - 1 ? [outputShape[2]!, glorotNormal] : [width, heNormal];
      return new Conv2dTranspose({ inputs: width, filters, kernelSize: 4, strides: 2, initializer }, rng.fork('layers').fork(i));
    });
  }

  apply(z: tf.Tensor4D): tf.Tensor4D {
    const small = this.blocks.reduce((h, block) => block.apply(h), this.expand.apply(z)); // [batch, rows, columns, width]
    return this.layers.reduce((h, layer, i) => cropTo(layer.apply(relu(h)), this.sizes[i]!), small);
  }
}
