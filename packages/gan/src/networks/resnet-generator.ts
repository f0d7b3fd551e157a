import { BatchNorm, Conv2d, Dense, halvings, type ImageSize, type Mode, type Rng, relu } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { defineGenerator, type Generator, type GeneratorContext } from '../network.ts';
import { halvingCount } from './halving-count.ts';
import { ResnetUpBlock } from './resnet-up-block.ts';

export type ResnetConfig = {
  /** Channels next to the image. @default 32 */
  readonly width: number;
  /** How many times as many there are after each halving: 1 in the paper's CIFAR-10 networks. @default 1 */
  readonly growth: number;
  /**
   * Halvings between the image and the smallest map of either network; 0: as many as leave at least 4 pixels to the generator's and 7
   * to the discriminator's, so 4x4 and the paper's 8x8 of 32x32, 4x4 and 7x7 of 28x28. @default 0
   */
  readonly layers: number;
};

export function readResnetConfig(given: Partial<ResnetConfig>): ResnetConfig {
  const fields = {
    width: config.optional(config.integer({ min: 1 }), 32),
    growth: config.optional(config.integer({ min: 1, max: 2 }), 1),
    layers: config.optional(config.integer({ min: 0, max: 8 }), 0),
  };
  return config.object(fields)(given, 'resnet');
}

/** Channels of so many maps, from the one next to the image to the smallest. */
export function resnetChannels({ width, growth }: ResnetConfig, count: number): number[] {
  return Array.from({ length: count }, (_, i) => width * growth ** i);
}

/** One projection to the smallest map, blocks that double it, and a convolution to the image. */
export class ResnetGenerator implements Generator {
  readonly project: Dense;
  readonly blocks: readonly ResnetUpBlock[];
  readonly norm: BatchNorm;
  readonly output: Conv2d;
  readonly smallest: ImageSize;

  constructor({ shape, inputs }: GeneratorContext, options: ResnetConfig, rng: Rng) {
    const layers = options.layers || halvingCount(shape, 4);
    const [smallest, ...sizes] = halvings(shape, layers, 'resnet').reverse();
    const maps = resnetChannels(options, layers + 1).reverse();
    this.smallest = smallest!;
    this.project = new Dense({ inputs, units: smallest![0] * smallest![1] * maps[0]! }, rng.fork('project'));
    this.blocks = sizes.map((size, i) => {
      return new ResnetUpBlock({ inputs: maps[i]!, filters: maps[i + 1]!, size }, rng.fork('blocks').fork(i));
    });
    this.norm = new BatchNorm({ channels: options.width });
    this.output = new Conv2d({ inputs: options.width, filters: shape[2]!, kernelSize: 3 }, rng.fork('output'));
  }

  apply(code: tf.Tensor2D, mode: Mode): tf.Tensor {
    const smallest: tf.Tensor4D = tf.reshape(this.project.apply(code), [code.shape[0], ...this.smallest, -1]);
    const map = this.blocks.reduce((h, block) => block.apply(h, mode), smallest);
    return this.output.apply(relu(this.norm.apply(map, mode)));
  }
}

/** The generating half of `resnet`. */
export const resnetGenerator = /* @__PURE__ */ defineGenerator<ResnetConfig>('resnet', {
  options: readResnetConfig,
  generator: (context, rng, options) => new ResnetGenerator(context, options, rng),
});
