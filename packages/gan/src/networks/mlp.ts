import { type ActivationName, activation, Dense, heNormal, type Rng, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Discriminator, type DiscriminatorContext, defineNetwork, type Linear } from '../network.ts';
import { type MlpConfig, MlpGenerator, readMlpConfig } from './mlp-generator.ts';

/** Fully connected networks without normalisation, for examples of any shape and any loss. */
export const mlp = /* @__PURE__ */ defineNetwork<MlpConfig>('mlp', {
  options: readMlpConfig,
  generator: (context, rng, options) => new MlpGenerator(context, options, rng),
  discriminator: (context, rng, options) => new MlpDiscriminator(context, options, rng),
});

class MlpDiscriminator implements Discriminator {
  readonly hidden: readonly Linear<tf.Rank.R2>[];
  readonly features: number;
  readonly activation: ActivationName;

  constructor({ shape, normalize }: DiscriminatorContext, { hidden, activation }: MlpConfig, rng: Rng) {
    const widths = [sizeOf(shape), ...hidden];
    this.hidden = hidden.map((units, i) => {
      const own = rng.fork('hidden').fork(i);
      return normalize(new Dense({ inputs: widths[i]!, units, initializer: heNormal }, own), own.fork('norm'));
    });
    this.features = hidden.at(-1)!;
    this.activation = activation;
  }

  apply(x: tf.Tensor): tf.Tensor2D {
    const act = activation(this.activation);
    return this.hidden.reduce((h, layer) => act(layer.apply(h)), tf.reshape(x, [x.shape[0]!, -1]) as tf.Tensor2D);
  }
}
