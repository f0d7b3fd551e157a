import { Dense, type DiagonalGaussian, type Rng, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { defineNetwork, type Encoder, type NetworkContext } from '../network.ts';
import { HiddenLayers } from './hidden-layers.ts';
import { type MlpConfig, MlpDecoder, readMlpConfig } from './mlp-decoder.ts';
import { withClass } from './with-class.ts';

/** Fully connected networks, for examples of any shape. With `hidden: [200, 200]` and tanh those of Burda et al. 2016. */
export const mlp = /* @__PURE__ */ defineNetwork<MlpConfig>('mlp', {
  options: readMlpConfig,
  encoder: (context, rng, options) => new MlpEncoder(context, options, rng),
  decoder: (context, rng, options) => new MlpDecoder(context, options, rng),
});

class MlpEncoder implements Encoder {
  readonly hidden: HiddenLayers;
  readonly mean: Dense;
  readonly logVariance: Dense;

  constructor({ shape, latent, classes = 0 }: NetworkContext, { hidden, activation }: MlpConfig, rng: Rng) {
    this.hidden = new HiddenLayers([sizeOf(shape) + classes, ...hidden], activation, rng.fork('hidden'));
    this.mean = new Dense({ inputs: hidden.at(-1)!, units: latent }, rng.fork('mean'));
    this.logVariance = new Dense({ inputs: hidden.at(-1)!, units: latent }, rng.fork('logVariance'));
  }

  apply(x: tf.Tensor, y?: tf.Tensor2D): DiagonalGaussian {
    const h = this.hidden.apply(withClass(tf.reshape(x, [x.shape[0]!, -1]), y)); //    [batch, hidden]
    return { mean: this.mean.apply(h), logVariance: this.logVariance.apply(h) }; // [batch, latent] each
  }
}
