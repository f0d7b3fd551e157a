import { type Rng, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { defineNetwork, type Encoder, type EncoderContext } from '../network.ts';
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
  readonly features: number;

  constructor({ shape, classes = 0 }: EncoderContext, { hidden, activation }: MlpConfig, rng: Rng) {
    this.hidden = new HiddenLayers([sizeOf(shape) + classes, ...hidden], activation, rng.fork('hidden'));
    this.features = this.hidden.outputs;
  }

  apply(x: tf.Tensor, y?: tf.Tensor2D): tf.Tensor2D {
    return this.hidden.apply(withClass(tf.reshape(x, [x.shape[0]!, -1]), y)); // [batch, features]
  }
}
