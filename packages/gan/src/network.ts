import {
  type Choice,
  type ChoiceMaker,
  defineChoice,
  type JsonObject,
  type LinearLayer,
  type Mode,
  type Rng,
} from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** What a generator is built for. */
export interface GeneratorContext {
  /** Of one example. */
  readonly shape: readonly number[];
  /** Size of the code that it gets: z and, in a conditional model, the class's embedding behind it. */
  readonly inputs: number;
}

/** What a discriminator is built for. */
export interface DiscriminatorContext {
  /** Of one example. */
  readonly shape: readonly number[];
  /** The scores' slopes are penalised example by example, so no example may see another: no batch normalisation. */
  readonly apart: boolean;
  /** The weights are normalised by `normalize`, which makes other normalisation needless. */
  readonly spectralNorm: boolean;
  /** Put every linear layer through it: it gives the layer, under spectral normalisation where the model asks for that. */
  normalize<R extends tf.Rank>(layer: LinearLayer<R>, rng: Rng): Linear<R>;
}

/** A layer as a network uses it. */
export interface Linear<R extends tf.Rank> {
  apply(x: tf.Tensor<R>): tf.Tensor<R>;
}

/**
 * code [batch, inputs] -> the example before its squashing, [batch, ...shape]: the model puts a tanh behind it where the data have
 * bounds. A module: its fields are its parameters.
 */
export interface Generator {
  apply(code: tf.Tensor2D, mode: Mode): tf.Tensor;
}

/**
 * x [batch, ...shape] -> the features [batch, features] whose weighted sum is the score. Data with bounds come in [-1, 1]. A module:
 * its fields are its parameters.
 */
export interface Discriminator {
  readonly features: number;
  apply(x: tf.Tensor, mode: Mode): tf.Tensor2D;
}

/** The generating half of a network, as a choice in a config. */
export interface GeneratorNetwork extends Choice {
  generator(context: GeneratorContext, rng: Rng): Generator;
}

/** The two players of a GAN, as a choice in its config. They share nothing. */
export interface GanNetwork extends GeneratorNetwork {
  discriminator(context: DiscriminatorContext, rng: Rng): Discriminator;
}

export interface GeneratorParts<Options extends JsonObject> {
  /** Completes and checks the options. They are stored in the model's file, so they are plain JSON. @default as given */
  options?(given: Partial<Options>): Options;
  generator(context: GeneratorContext, rng: Rng, options: Options): Generator;
}

export interface NetworkParts<Options extends JsonObject> extends GeneratorParts<Options> {
  discriminator(context: DiscriminatorContext, rng: Rng, options: Options): Discriminator;
}

/**
 * Makes a network that stands beside ours: `const mine = defineNetwork('mine', { generator, discriminator })`, then
 * `new Gan({ spec, network: mine() })` and `loadGan(source, { networks: [mine] })`.
 */
export function defineNetwork<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, generator, discriminator }: NetworkParts<Options>,
): ChoiceMaker<GanNetwork, Partial<Options>> {
  return defineChoice(kind, complete, (options) => ({
    generator: (context: GeneratorContext, rng: Rng) => generator(context, rng, options),
    discriminator: (context: DiscriminatorContext, rng: Rng) => discriminator(context, rng, options),
  }));
}

/** The generator alone of a network that is defined elsewhere: all that a `GanGenerator`'s loader needs to know of it. */
export function defineGenerator<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, generator }: GeneratorParts<Options>,
): ChoiceMaker<GeneratorNetwork, Partial<Options>> {
  return defineChoice(kind, complete, (options) => ({
    generator: (context: GeneratorContext, rng: Rng) => generator(context, rng, options),
  }));
}
