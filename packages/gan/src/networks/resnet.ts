import { halvings, type Rng, relu } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Discriminator, type DiscriminatorContext, defineNetwork } from '../network.ts';
import { halvingCount } from './halving-count.ts';
import { ResnetDownBlock } from './resnet-down-block.ts';
import { type ResnetConfig, ResnetGenerator, readResnetConfig, resnetChannels } from './resnet-generator.ts';

/**
 * The residual networks of WGAN-GP for CIFAR-10 (Gulrajani et al. 2017, 1704.00028, appendix) for images of any size, narrower than the
 * paper's 128 channels. The discriminator has no normalisation but the spectral one, so it suits penalties on slopes as it is.
 */
export const resnet = /* @__PURE__ */ defineNetwork<ResnetConfig>('resnet', {
  options: readResnetConfig,
  generator: (context, rng, options) => new ResnetGenerator(context, options, rng),
  discriminator: (context, rng, options) => new ResnetDiscriminator(context, options, rng),
});

/** Blocks that halve the map, two that do not, and the mean over what is left of it. */
class ResnetDiscriminator implements Discriminator {
  readonly blocks: readonly ResnetDownBlock[];
  readonly features: number;

  constructor({ shape, normalize }: DiscriminatorContext, options: ResnetConfig, rng: Rng) {
    const layers = options.layers || halvingCount(shape, 7);
    halvings(shape, layers, 'resnet'); // refuses what is no image
    const maps = resnetChannels(options, layers);
    this.features = maps.at(-1)!;
    const channels = [shape[2]!, ...maps, this.features, this.features];
    this.blocks = channels.slice(1).map((filters, i) => {
      const size = { inputs: channels[i]!, filters, image: i === 0, halve: i < layers };
      return new ResnetDownBlock(size, normalize, rng.fork('blocks').fork(i));
    });
  }

  apply(x: tf.Tensor): tf.Tensor2D {
    const map = this.blocks.reduce((h, block) => block.apply(h), x as tf.Tensor4D);
    return tf.mean(relu(map), [1, 2]);
  }
}
