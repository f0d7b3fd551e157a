import { type Choice, type ChoiceMaker, defineChoice, type ImageSize, type JsonObject, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** What a network is built for. */
export interface VqContext {
  /** Of one image: [height, width, channels]. */
  readonly shape: readonly number[];
  /** Numbers in a vector of the codebook. */
  readonly dimensions: number;
  /** Of the decoder's answer for one image: the likelihood's parameters, which lie along the last axis. */
  readonly outputShape: readonly number[];
}

/** x [batch, ...shape] -> a vector for each cell of the grid, [batch, rows, columns, dimensions]. A module: its fields are its parameters. */
export interface VqEncoder {
  apply(x: tf.Tensor4D): tf.Tensor4D;
}

/**
 * Vectors of the codebook [batch, rows, columns, dimensions] -> the parameters of p(x given z), [batch, ...outputShape]. A module: its
 * fields are its parameters.
 */
export interface VqDecoder {
  apply(z: tf.Tensor4D): tf.Tensor4D;
}

/** The two networks of a VQ-VAE, as a choice in its config. They share nothing. */
export interface VqNetwork extends Choice {
  /** Rows and columns of the codes of an image of this shape. Throws 'invalid-config' for what is no image. */
  grid(shape: readonly number[]): ImageSize;
  encoder(context: VqContext, rng: Rng): VqEncoder;
  decoder(context: VqContext, rng: Rng): VqDecoder;
}

export interface VqNetworkParts<Options extends JsonObject> {
  /** Completes and checks the options. They are stored in the model's file, so they are plain JSON. @default as given */
  options?(given: Partial<Options>): Options;
  grid(shape: readonly number[], options: Options): ImageSize;
  encoder(context: VqContext, rng: Rng, options: Options): VqEncoder;
  decoder(context: VqContext, rng: Rng, options: Options): VqDecoder;
}

/**
 * Makes a network that stands beside ours: `const mine = defineVqNetwork('mine', { grid, encoder, decoder })`, then
 * `new VqVae({ spec, network: mine() })` and `loadVqVae(source, { networks: [mine] })`.
 */
export function defineVqNetwork<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, grid, encoder, decoder }: VqNetworkParts<Options>,
): ChoiceMaker<VqNetwork, Partial<Options>> {
  return defineChoice(kind, complete, (options) => ({
    grid: (shape: readonly number[]) => grid(shape, options),
    encoder: (context: VqContext, rng: Rng) => encoder(context, rng, options),
    decoder: (context: VqContext, rng: Rng) => decoder(context, rng, options),
  }));
}
