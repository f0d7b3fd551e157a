import { type ActivationName, activation, activationNames, config, Dense, type DiagonalGaussian, exampleSize, type Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Decoder, defineNetwork, type Encoder, type NetworkContext } from '../network.ts';

const fields = {
  /** Widths of the encoder's hidden layers; the decoder has them in reverse. */
  hidden: config.optional(config.list(config.integer({ min: 1 }), { min: 1 }), [400, 400]),
  activation: config.optional(config.oneOf(activationNames), 'relu'),
};

type MlpConfig = config.ConfigOf<typeof fields>;

/** Fully connected networks, for examples of any shape. With `hidden: [200, 200]` and tanh that of Burda et al. 2016. */
export const mlp = /* @__PURE__ */ defineNetwork<MlpConfig>('mlp', {
  options: (given) => config.object(fields)(given, 'mlp'),
  encoder: (context, rng, options) => new MlpEncoder(context, options, rng),
  decoder: (context, rng, options) => new MlpDecoder(context, options, rng),
});

class MlpEncoder implements Encoder {
  readonly hidden: HiddenLayers;
  readonly mean: Dense;
  readonly logVariance: Dense;

  constructor({ shape, latent }: NetworkContext, { hidden, activation }: MlpConfig, rng: Rng) {
    this.hidden = new HiddenLayers([exampleSize({ shape }), ...hidden], activation, rng.fork('hidden'));
    this.mean = new Dense({ inputs: hidden.at(-1)!, units: latent }, rng.fork('mean'));
    this.logVariance = new Dense({ inputs: hidden.at(-1)!, units: latent }, rng.fork('logVariance'));
  }

  apply(x: tf.Tensor): DiagonalGaussian {
    const h = this.hidden.apply(tf.reshape(x, [x.shape[0]!, -1])); //                 [batch, hidden]
    return { mean: this.mean.apply(h), logVariance: this.logVariance.apply(h) }; // [batch, latent] each
  }
}

class MlpDecoder implements Decoder {
  readonly hidden: HiddenLayers;
  readonly output: Dense;
  readonly outputShape: readonly number[];

  constructor({ latent, outputShape }: NetworkContext, { hidden, activation }: MlpConfig, rng: Rng) {
    const widths = [...hidden].reverse();
    this.hidden = new HiddenLayers([latent, ...widths], activation, rng.fork('hidden'));
    this.output = new Dense({ inputs: widths.at(-1)!, units: exampleSize({ shape: outputShape }) }, rng.fork('output'));
    this.outputShape = outputShape;
  }

  apply(z: tf.Tensor2D): tf.Tensor {
    return tf.reshape(this.output.apply(this.hidden.apply(z)), [z.shape[0], ...this.outputShape]);
  }
}

class HiddenLayers {
  readonly layers: readonly Dense[];
  readonly activation: ActivationName;

  constructor([inputs, ...widths]: readonly number[], activation: ActivationName, rng: Rng) {
    this.layers = widths.map((units, i) => new Dense({ inputs: widths[i - 1] ?? inputs!, units }, rng.fork(i)));
    this.activation = activation;
  }

  apply(x: tf.Tensor2D): tf.Tensor2D {
    return this.layers.reduce((h, layer) => activation(this.activation)(layer.apply(h)), x);
  }
}
