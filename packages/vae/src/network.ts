import { type Choice, type ChoiceMaker, defineChoice, type JsonObject, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** What an encoder is built for. */
export interface EncoderContext {
  /** Of one example. */
  readonly shape: readonly number[];
  /** How many classes the encoder of a conditional model is told of. @default 0, unconditional */
  readonly classes?: number;
}

/** What a decoder is built for. */
export interface DecoderContext {
  /** Of one example. */
  readonly shape: readonly number[];
  /** Size of z; in a conditional model, of z with the class behind it, one-hot. */
  readonly latent: number;
  /** Of the answer for one example: the likelihood's parameters, which lie along the last axis. */
  readonly outputShape: readonly number[];
}

/**
 * x [batch, ...shape] -> features [batch, features], of which the model takes q(z given x), a code or a class by linear layers of its
 * own. In a conditional model it is told y too, the class, one-hot [batch, classes]; one that leaves y unread still gives a bound, only
 * a looser one. A module: its fields are its parameters.
 */
export interface Encoder {
  readonly features: number;
  apply(x: tf.Tensor, y?: tf.Tensor2D): tf.Tensor2D;
}

/** z [batch, latent] -> the parameters of p(x given z), [batch, ...outputShape]. A module: its fields are its parameters. */
export interface Decoder {
  apply(z: tf.Tensor2D): tf.Tensor;
}

/** The generating half of a network, as a choice in a config. */
export interface DecoderNetwork extends Choice {
  decoder(context: DecoderContext, rng: Rng): Decoder;
}

/** The two networks of a VAE, as a choice in its config. They share nothing. */
export interface VaeNetwork extends DecoderNetwork {
  encoder(context: EncoderContext, rng: Rng): Encoder;
}

export interface DecoderParts<Options extends JsonObject> {
  /** Completes and checks the options. They are stored in the model's file, so they are plain JSON. @default as given */
  options?(given: Partial<Options>): Options;
  decoder(context: DecoderContext, rng: Rng, options: Options): Decoder;
}

export interface NetworkParts<Options extends JsonObject> extends DecoderParts<Options> {
  encoder(context: EncoderContext, rng: Rng, options: Options): Encoder;
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
    encoder: (context: EncoderContext, rng: Rng) => encoder(context, rng, options),
    decoder: (context: DecoderContext, rng: Rng) => decoder(context, rng, options),
  }));
}

/** The decoder alone of a network that is defined elsewhere: all that a `VaeDecoder`'s loader needs to know of it. */
export function defineDecoder<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, decoder }: DecoderParts<Options>,
): ChoiceMaker<DecoderNetwork, Partial<Options>> {
  return defineChoice(kind, complete, (options) => ({
    decoder: (context: DecoderContext, rng: Rng) => decoder(context, rng, options),
  }));
}
