import { type Choice, type ChoiceMaker, type DiagonalGaussian, defineChoice, type JsonObject, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** What a network is built for. */
export interface NetworkContext {
  /** Of one example. */
  readonly shape: readonly number[];
  /** Size of z; for the decoder of a conditional model, of z with the class behind it, one-hot. */
  readonly latent: number;
  /** How many classes the encoder of a conditional model is told of. @default 0, unconditional */
  readonly classes?: number;
  /** Of the decoder's answer for one example: the likelihood's parameters, which lie along the last axis. */
  readonly outputShape: readonly number[];
}

/**
 * x [batch, ...shape] -> q(z given x): mean and log-variance, [batch, latent] each. In a conditional model it is told y too, the class,
 * one-hot [batch, classes]; one that leaves y unread still gives a bound, only a looser one. A module: its fields are its parameters.
 */
export interface Encoder {
  apply(x: tf.Tensor, y?: tf.Tensor2D): DiagonalGaussian;
}

/** z [batch, latent] -> the parameters of p(x given z), [batch, ...outputShape]. A module: its fields are its parameters. */
export interface Decoder {
  apply(z: tf.Tensor2D): tf.Tensor;
}

/** The generating half of a network, as a choice in a config. */
export interface DecoderNetwork extends Choice {
  decoder(context: NetworkContext, rng: Rng): Decoder;
}

/** The two networks of a VAE, as a choice in its config. They share nothing. */
export interface VaeNetwork extends DecoderNetwork {
  encoder(context: NetworkContext, rng: Rng): Encoder;
}

export interface DecoderParts<Options extends JsonObject> {
  /** Completes and checks the options. They are stored in the model's file, so they are plain JSON. @default as given */
  options?(given: Partial<Options>): Options;
  decoder(context: NetworkContext, rng: Rng, options: Options): Decoder;
}

export interface NetworkParts<Options extends JsonObject> extends DecoderParts<Options> {
  encoder(context: NetworkContext, rng: Rng, options: Options): Encoder;
}

/**
 * Makes a network that stands beside ours: `const mine = defineNetwork('mine', { encoder, decoder })`, then
 * `new Vae({ spec, network: mine() })` and `loadVae(source, { networks: [mine] })`.
 */
export function defineNetwork<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, encoder, decoder }: NetworkParts<Options>,
): ChoiceMaker<VaeNetwork, Partial<Options>> {
  return defineChoice(kind, complete, (options) => ({
    encoder: (context: NetworkContext, rng: Rng) => encoder(context, rng, options),
    decoder: (context: NetworkContext, rng: Rng) => decoder(context, rng, options),
  }));
}

/** The decoder alone of a network that is defined elsewhere: all that a `VaeDecoder`'s loader needs to know of it. */
export function defineDecoder<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, decoder }: DecoderParts<Options>,
): ChoiceMaker<DecoderNetwork, Partial<Options>> {
  return defineChoice(kind, complete, (options) => ({
    decoder: (context: NetworkContext, rng: Rng) => decoder(context, rng, options),
  }));
}
