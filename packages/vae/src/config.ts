import type { DataSpec, JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type { Likelihood, OutputFamily } from './likelihood.ts';
import type { DecoderNetwork, VaeNetwork } from './network.ts';

/** All that a decoder is built from. */
export interface VaeDecoderConfig extends JsonObject {
  readonly spec: DataSpec & JsonObject;
  /** Size of z. */
  readonly latent: number;
  readonly network: DecoderNetwork['config'];
  readonly likelihood: OutputFamily['config'];
  /** How many classes the model is conditioned on; 0 for none. */
  readonly classes: number;
  /** Seed of the initial weights. */
  readonly seed: number;
}

/** All that a VAE is built from: complete and plain JSON. */
export interface VaeConfig extends VaeDecoderConfig {
  readonly importanceSamples: number;
  readonly beta: number;
  readonly warmUp: number;
  readonly freeBits: number;
}

export interface VaeDecoderOptions {
  /** What one example is: a data set says it of itself (`data.spec`). */
  readonly spec: DataSpec;
  /** Size of z. @default 20 */
  readonly latent?: number;
  /** `mlpDecoder()`, `convDecoder()`, or a whole network, of which it takes the decoder. */
  readonly network: DecoderNetwork;
  /** `bernoulliOutput()`, `gaussianOutput()`, `discretizedLogisticOutput()`, or a whole likelihood, of which it takes the output. */
  readonly likelihood: OutputFamily;
  /** Conditions the model on one of so many classes: labels from 0. @default 0, unconditional */
  readonly classes?: number;
  /** Seed of the initial weights. @default 0 */
  readonly seed?: number;
}

export interface VaeOptions extends Omit<VaeDecoderOptions, 'network' | 'likelihood'> {
  /** `mlp()`, `conv()` or one of your own by `defineNetwork`. @default mlp() */
  readonly network?: VaeNetwork;
  /** p(x given z). @default bernoulli() for binary and unit data, discretizedLogistic() for levels, gaussian() for real numbers */
  readonly likelihood?: Likelihood;
  /**
   * Draws of z an example in training: with k > 1 it maximises the importance-weighted bound of k draws, which is nearer to log p(x)
   * the more of them (Burda et al. 2016, eq. 8), in k times the decoder's time and memory. @default 1, the ELBO
   */
  readonly importanceSamples?: number;
  /**
   * Weight of the KL term: 1 is the ELBO, more asks for a plainer code (Higgins et al. 2017), 0 leaves an autoencoder. With several
   * importance samples it is the power of p(z) / q(z given x) in each draw's weight. @default 1
   */
  readonly beta?: number;
  /** Steps over which the KL term's weight rises from 0 to `beta` (Sønderby et al. 2016). @default 0 */
  readonly warmUp?: number;
  /** Nats of KL a latent dimension that cost nothing, lambda in Kingma et al. 2016, eq. 15: against collapse. Only with one importance sample. @default 0 */
  readonly freeBits?: number;
}

/** The fields of a config that are numbers, with their defaults and bounds; the choices are completed beside them. */
export function decoderFields() {
  return {
    spec: config.dataSpec(),
    latent: config.optional(config.integer({ min: 1 }), 20),
    classes: config.optional(config.integer({ min: 0 }), 0),
    seed: config.seed(),
  };
}

export function vaeFields() {
  return {
    ...decoderFields(),
    importanceSamples: config.optional(config.integer({ min: 1 }), 1),
    ...klFields(),
  };
}

/** What the KL term costs; `warmUp` is the default. */
export function klFields(warmUp = 0) {
  return {
    beta: config.optional(config.number({ min: 0 }), 1),
    warmUp: config.optional(config.integer({ min: 0 }), warmUp),
    freeBits: config.optional(config.number({ min: 0 }), 0),
  };
}
