import {
  type ActivationName,
  activation,
  activationNames,
  check,
  config,
  Conv2d,
  Conv2dTranspose,
  Dense,
  type DiagonalGaussian,
  heNormal,
  type Rng,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Decoder, defineNetwork, type Encoder, type NetworkContext } from '../network.ts';

const fields = {
  /** Channels after each of the encoder's convolutions, every one of which halves the image; the decoder has them in reverse. */
  filters: config.optional(config.list(config.integer({ min: 1 }), { min: 1 }), [32, 64]),
  kernelSize: config.optional(config.integer({ min: 2 }), 4),
  /** Width of the dense layer on either side of z. */
  hidden: config.optional(config.integer({ min: 1 }), 256),
  activation: config.optional(config.oneOf(activationNames), 'relu'),
};

type ConvConfig = config.ConfigOf<typeof fields>;

/** Strided convolutions down to z and fractionally strided ones up again, for images of any size. */
export const conv = /* @__PURE__ */ defineNetwork<ConvConfig>('conv', {
  options: (given) => config.object(fields)(given, 'conv'),
  encoder: (context, rng, options) => new ConvEncoder(context, options, rng),
  decoder: (context, rng, options) => new ConvDecoder(context, options, rng),
});

class ConvEncoder implements Encoder {
  readonly layers: readonly Conv2d[];
  readonly hidden: Dense;
  readonly mean: Dense;
  readonly logVariance: Dense;
  readonly activation: ActivationName;

  constructor({ shape, latent }: NetworkContext, { filters, kernelSize, hidden, activation }: ConvConfig, rng: Rng) {
    const [height, width] = halvings(shape, filters.length).at(-1)!;
    const channels = [shape[2]!, ...filters];
    this.layers = filters.map((count, i) => {
      return new Conv2d({ inputs: channels[i]!, filters: count, kernelSize, strides: 2, initializer: heNormal }, rng.fork('layers').fork(i));
    });
    this.hidden = new Dense({ inputs: height * width * filters.at(-1)!, units: hidden, initializer: heNormal }, rng.fork('hidden'));
    this.mean = new Dense({ inputs: hidden, units: latent }, rng.fork('mean'));
    this.logVariance = new Dense({ inputs: hidden, units: latent }, rng.fork('logVariance'));
    this.activation = activation;
  }

  apply(x: tf.Tensor): DiagonalGaussian {
    const act = activation(this.activation);
    const features = this.layers.reduce((h, layer) => act(layer.apply(h)), x as tf.Tensor4D); // [batch, height', width', filters]
    const h = act(this.hidden.apply(tf.reshape(features, [x.shape[0]!, -1]))); //               [batch, hidden]
    return { mean: this.mean.apply(h), logVariance: this.logVariance.apply(h) }; //            [batch, latent] each
  }
}

class ConvDecoder implements Decoder {
  readonly hidden: Dense;
  readonly expand: Dense;
  readonly layers: readonly Conv2dTranspose[];
  readonly activation: ActivationName;
  /** The image before each layer and after the last: [height, width]. */
  readonly sizes: readonly Size[];

  constructor({ latent, outputShape }: NetworkContext, { filters, kernelSize, hidden, activation }: ConvConfig, rng: Rng) {
    this.sizes = halvings(outputShape, filters.length).reverse();
    const [height, width] = this.sizes[0]!;
    const channels = [...[...filters].reverse(), outputShape[2]!];
    this.hidden = new Dense({ inputs: latent, units: hidden, initializer: heNormal }, rng.fork('hidden'));
    this.expand = new Dense({ inputs: hidden, units: height * width * channels[0]!, initializer: heNormal }, rng.fork('expand'));
    this.layers = filters.map((_, i) => {
      return new Conv2dTranspose({ inputs: channels[i]!, filters: channels[i + 1]!, kernelSize, strides: 2 }, rng.fork('layers').fork(i));
    });
    this.activation = activation;
  }

  apply(z: tf.Tensor2D): tf.Tensor {
    const act = activation(this.activation);
    const h = this.expand.apply(act(this.hidden.apply(z)));
    const image: tf.Tensor4D = tf.reshape(h, [z.shape[0], ...this.sizes[0]!, -1]);
    return this.layers.reduce((x, layer, i) => crop(layer.apply(act(x)), this.sizes[i + 1]!), image);
  }
}

type Size = readonly [height: number, width: number];

/** The size of an image and of its halves, rounded up, `times` times. */
function halvings(shape: readonly number[], times: number): Size[] {
  check(shape.length === 3, 'invalid-config', () => `conv needs images of shape [height, width, channels], got [${shape.join(', ')}]; use mlp()`);
  return Array.from({ length: times + 1 }, (_, i) => [Math.ceil(shape[0]! / 2 ** i), Math.ceil(shape[1]! / 2 ** i)] as const);
}

/** An odd size was rounded up on the way down, so its double has a row or column too many. */
function crop(x: tf.Tensor4D, [height, width]: Size): tf.Tensor4D {
  return x.shape[1] === height && x.shape[2] === width ? x : tf.slice(x, [0, 0, 0, 0], [-1, height, width, -1]);
}
