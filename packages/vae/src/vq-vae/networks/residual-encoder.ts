import { Conv2d, glorotNormal, heNormal, type Rng, relu } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { VqContext, VqEncoder } from '../network.ts';
import { ResidualBlock } from './residual-block.ts';
import type { ResidualConfig } from './residual-config.ts';

/** 4x4 convolutions that halve the image, residual blocks, and a projection to the vectors. A ReLU stands before each but the first. */
export class ResidualEncoder implements VqEncoder {
  readonly layers: readonly Conv2d[];
  readonly blocks: readonly ResidualBlock[];
  readonly project: Conv2d;

  constructor({ shape, dimensions }: VqContext, { width, layers, blocks }: ResidualConfig, rng: Rng) {
    this.layers = Array.from({ length: layers }, (_, i) => {
      const [inputs, initializer] = i === 0 ? [shape[2]!, glorotNormal] : [width, heNormal];
      return new Conv2d({ inputs, filters: width, kernelSize: 4, strides: 2, initializer }, rng.fork('layers').fork(i));
    });
    this.blocks = Array.from({ length: blocks }, (_, i) => new ResidualBlock(width, rng.fork('blocks').fork(i)));
    this.project = new Conv2d({ inputs: width, filters: dimensions, kernelSize: 1 }, rng.fork('project'));
  }

  apply(x: tf.Tensor4D): tf.Tensor4D {
    const small = this.layers.reduce((h, layer, i) => layer.apply(i === 0 ? h : relu(h)), x); // [batch, rows, columns, width]
    return this.project.apply(relu(this.blocks.reduce((h, block) => block.apply(h), small))); // [batch, rows, columns, dimensions]
  }
}
