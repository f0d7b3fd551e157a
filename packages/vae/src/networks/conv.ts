import { type ActivationName, activation, Conv2d, Dense, halvings, heNormal, type Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { defineNetwork, type Encoder, type EncoderContext } from '../network.ts';
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
  readonly features: number;
  readonly activation: ActivationName;

  constructor({ shape, classes = 0 }: EncoderContext, { filters, kernelSize, hidden, activation }: ConvConfig, rng: Rng) {
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
    this.features = hidden;
    this.activation = activation;
  }

  apply(x: tf.Tensor, y?: tf.Tensor2D): tf.Tensor2D {
    const act = activation(this.activation);
    const maps = this.layers.reduce((h, layer) => layer.apply(h, act), x as tf.Tensor4D); //  [batch, height', width', filters]
    return this.hidden.apply(withClass(tf.reshape(maps, [x.shape[0]!, -1]), y), act); // [batch, features]
  }
}
