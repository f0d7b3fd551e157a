import type { Choice, ChoiceMaker, DiagonalGaussian, JsonObject, Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** What a network is built for. */
export interface NetworkContext {
  /** Of one example. */
  readonly shape: readonly number[];
  /** Size of z. */
  readonly latent: number;
  /** Of the decoder's answer for one example: the likelihood's parameters, which lie along the last axis. */
  readonly outputShape: readonly number[];
}

/** x [batch, ...shape] -> q(z given x): mean and log-variance, [batch, latent] each. A module: its fields are its parameters. */
export interface Encoder {
  apply(x: tf.Tensor): DiagonalGaussian;
}

/** z [batch, latent] -> the parameters of p(x given z), [batch, ...outputShape]. A module: its fields are its parameters. */
export interface Decoder {
  apply(z: tf.Tensor2D): tf.Tensor;
}

/** The two networks of a VAE, as a choice in its config. */
export interface VaeNetwork extends Choice {
  encoder(context: NetworkContext, rng: Rng): Encoder;
  decoder(context: NetworkContext, rng: Rng): Decoder;
}

/** How to build the two halves. They share nothing, so that an app that only generates builds only the decoder. */
export interface NetworkParts<Options extends JsonObject> {
  /** Completes and checks the options. They are stored in the model's file, so they are plain JSON. @default as given */
  options?(given: Partial<Options>): Options;
  encoder(context: NetworkContext, rng: Rng, options: Options): Encoder;
  decoder(context: NetworkContext, rng: Rng, options: Options): Decoder;
}

/**
 * Makes a network that stands beside ours: `const mine = defineNetwork('mine', { encoder, decoder })`, then
 * `new Vae({ spec, network: mine() })` and `loadVae(source, { networks: [mine] })`.
 */
export function defineNetwork<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, encoder, decoder }: NetworkParts<Options>,
): ChoiceMaker<VaeNetwork, Partial<Options>> {
  const make = (given: Partial<Options> = {}): VaeNetwork => {
    const options = complete === undefined ? (given as Options) : complete(given);
    return {
      config: { kind, ...options },
      encoder: (context, rng) => encoder(context, rng, options),
      decoder: (context, rng) => decoder(context, rng, options),
    };
  };
  return Object.assign(make, { kind });
}
