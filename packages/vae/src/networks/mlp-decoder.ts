import { type ActivationName, activationNames, Dense, type Rng, sizeOf } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { type Decoder, type DecoderContext, defineDecoder } from '../network.ts';
import { HiddenLayers } from './hidden-layers.ts';

export type MlpConfig = {
  /** Widths of the encoder's hidden layers; the decoder has them in reverse. None make linear networks. @default [400, 400] */
  readonly hidden: readonly number[];
  /** @default 'relu' */
  readonly activation: ActivationName;
};

export function readMlpConfig(given: Partial<MlpConfig>): MlpConfig {
  const fields = {
    hidden: config.optional(config.list(config.integer({ min: 1 })), [400, 400]),
    activation: config.optional(config.oneOf(activationNames), 'relu'),
  };
  return config.object(fields)(given, 'mlp');
}

export class MlpDecoder implements Decoder {
  readonly hidden: HiddenLayers;
  readonly output: Dense;
  readonly outputShape: readonly number[];

  constructor({ latent, outputShape }: DecoderContext, { hidden, activation }: MlpConfig, rng: Rng) {
    this.hidden = new HiddenLayers([latent, ...[...hidden].reverse()], activation, rng.fork('hidden'));
    this.output = new Dense({ inputs: this.hidden.outputs, units: sizeOf(outputShape) }, rng.fork('output'));
    this.outputShape = outputShape;
  }

  apply(z: tf.Tensor2D): tf.Tensor {
    return tf.reshape(this.output.apply(this.hidden.apply(z)), [z.shape[0], ...this.outputShape]);
  }
}

/** The decoding half of `mlp`. */
export const mlpDecoder = /* @__PURE__ */ defineDecoder<MlpConfig>('mlp', {
  options: readMlpConfig,
  decoder: (context, rng, options) => new MlpDecoder(context, options, rng),
});
