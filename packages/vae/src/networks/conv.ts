import {
  type ActivationName,
  activation,
  Conv2d,
  Dense,
  type DiagonalGaussian,
  halvings,
  heNormal,
  type Rng,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { defineNetwork, type Encoder, type NetworkContext } from '../network.ts';
import { type ConvConfig, ConvDecoder, readConvConfig } from './conv-decoder.ts';
import { withClass } from './with-class.ts';

/** Strided convolutions down to z and fractionally strided ones up again, for images of any size. */
export const conv = /* @__PURE__ */ defineNetwork<ConvConfig>('conv', {
  options: readConvConfig,
  encoder: (context, rng, options) => new ConvEncoder(context, options, rng),
  decoder: (context, rng, options) => new ConvDecoder(context, options, rng),
});

class ConvEncoder implements Encoder {
  readonly layers: readonly Conv2d[];
  readonly hidden: Dense;
  readonly mean: Dense;
  readonly logVariance: Dense;
  readonly activation: ActivationName;

  constructor({ shape, latent, classes = 0 }: NetworkContext, { filters, kernelSize, hidden, activation }: ConvConfig, rng: Rng) {
    const [height, width] = halvings(shape, filters.length, 'conv').at(-1)!;
    const channels = [shape[2]!, ...filters];
    this.layers = filters.map((count, i) => {
      return new Conv2d(
        { inputs: channels[i]!, filters: count, kernelSize, strides: 2, initializer: heNormal },
        rng.fork('layers').fork(i),
      );
    });
    this.hidden = new Dense(
      { inputs: height * width * filters.at(-1)! + classes, units: hidden, initializer: heNormal },
      rng.fork('hidden'),
    );
    this.mean = new Dense({ inputs: hidden, units: latent }, rng.fork('mean'));
    this.logVariance = new Dense({ inputs: hidden, units: latent }, rng.fork('logVariance'));
    this.activation = activation;
  }

  apply(x: tf.Tensor, y?: tf.Tensor2D): DiagonalGaussian {
    const act = activation(this.activation);
    const features = this.layers.reduce((h, layer) => layer.apply(h, act), x as tf.Tensor4D); // [batch, height', width', filters]
    const h = this.hidden.apply(withClass(tf.reshape(features, [x.shape[0]!, -1]), y), act); //  [batch, hidden]
    return { mean: this.mean.apply(h), logVariance: this.logVariance.apply(h) }; //            [batch, latent] each
  }
}
