import { type ActivationName, activation, activationNames, Dense, heNormal, type Rng, sizeOf } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { defineGenerator, type Generator, type GeneratorContext } from '../network.ts';

export type MlpConfig = {
  /** Widths of the discriminator's hidden layers; the generator has them in reverse. @default [128, 128, 128] */
  readonly hidden: readonly number[];
  /** @default 'leakyRelu' */
  readonly activation: ActivationName;
};

export function readMlpConfig(given: Partial<MlpConfig>): MlpConfig {
  const fields = {
    hidden: config.optional(config.list(config.integer({ min: 1 }), { min: 1 }), [128, 128, 128]),
    activation: config.optional(config.oneOf(activationNames), 'leakyRelu'),
  };
  return config.object(fields)(given, 'mlp');
}

export class MlpGenerator implements Generator {
  readonly hidden: readonly Dense[];
  readonly output: Dense;
  readonly shape: readonly number[];
  readonly activation: ActivationName;

  constructor({ shape, inputs }: GeneratorContext, { hidden, activation }: MlpConfig, rng: Rng) {
    const widths = [inputs, ...[...hidden].reverse()];
    this.hidden = hidden.map(
      (_, i) => new Dense({ inputs: widths[i]!, units: widths[i + 1]!, initializer: heNormal }, rng.fork('hidden').fork(i)),
    );
    this.output = new Dense({ inputs: widths.at(-1)!, units: sizeOf(shape) }, rng.fork('output'));
    this.shape = shape;
    this.activation = activation;
  }

  apply(code: tf.Tensor2D): tf.Tensor {
    const h = this.hidden.reduce((x, layer) => layer.apply(x, activation(this.activation)), code);
    return tf.reshape(this.output.apply(h), [code.shape[0], ...this.shape]);
  }
}

/** The generating half of `mlp`. */
export const mlpGenerator = /* @__PURE__ */ defineGenerator<MlpConfig>('mlp', {
  options: readMlpConfig,
  generator: (context, rng, options) => new MlpGenerator(context, options, rng),
});
