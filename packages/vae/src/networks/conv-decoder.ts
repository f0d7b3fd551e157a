import {
  type ActivationName,
  activation,
  activationNames,
  Conv2dTranspose,
  cropTo,
  Dense,
  halvings,
  heNormal,
  type ImageSize,
  type Rng,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { type Decoder, type DecoderContext, defineDecoder } from '../network.ts';

export type ConvConfig = {
  /** Channels after each of the encoder's convolutions, every one of which halves the image; the decoder has them in reverse. @default [32, 64] */
  readonly filters: readonly number[];
  /** @default 4 */
  readonly kernelSize: number;
  /** Width of the dense layer on either side of z. @default 256 */
  readonly hidden: number;
  /** @default 'relu' */
  readonly activation: ActivationName;
};

export function readConvConfig(given: Partial<ConvConfig>): ConvConfig {
  const fields = {
    filters: config.optional(config.list(config.integer({ min: 1 }), { min: 1 }), [32, 64]),
    kernelSize: config.optional(config.integer({ min: 2 }), 4),
    hidden: config.optional(config.integer({ min: 1 }), 256),
    activation: config.optional(config.oneOf(activationNames), 'relu'),
  };
  return config.object(fields)(given, 'conv');
}

export class ConvDecoder implements Decoder {
  readonly hidden: Dense;
  readonly expand: Dense;
  readonly layers: readonly Conv2dTranspose[];
  readonly activation: ActivationName;
  /** The image before each layer and after the last: [height, width]. */
  readonly sizes: readonly ImageSize[];

  constructor({ latent, outputShape }: DecoderContext, { filters, kernelSize, hidden, activation }: ConvConfig, rng: Rng) {
    this.sizes = halvings(outputShape, filters.length, 'conv').reverse();
    const [height, width] = this.sizes[0]!;
    const channels = [...[...filters].reverse(), outputShape[2]!];
    this.hidden = new Dense({ inputs: latent, units: hidden, initializer: heNormal }, rng.fork('hidden'));
    this.expand = new Dense({ inputs: hidden, units: height * width * channels[0]!, initializer: heNormal }, rng.fork('expand'));
    this.layers = filters.map((_, i) => {
      return new Conv2dTranspose(
        { inputs: channels[i]!, filters: channels[i + 1]!, kernelSize, strides: 2 },
        rng.fork('layers').fork(i),
      );
    });
    this.activation = activation;
  }

  apply(z: tf.Tensor2D): tf.Tensor {
    const act = activation(this.activation);
    const h = this.expand.apply(this.hidden.apply(z, act));
    const image: tf.Tensor4D = tf.reshape(h, [z.shape[0], ...this.sizes[0]!, -1]);
    return this.layers.reduce((x, layer, i) => cropTo(layer.apply(act(x)), this.sizes[i + 1]!), image);
  }
}

/** The decoding half of `conv`. */
export const convDecoder = /* @__PURE__ */ defineDecoder<ConvConfig>('conv', {
  options: readConvConfig,
  decoder: (context, rng, options) => new ConvDecoder(context, options, rng),
});
