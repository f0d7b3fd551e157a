import { type Choice, type ChoiceMaker, type DataSpec, defineChoice, type JsonObject, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** The half of a likelihood that a decoder needs: what its answer means, as a choice in a config. */
export interface OutputFamily extends Choice {
  /** For examples of this kind. Throws 'invalid-config' where the family does not suit their domain. */
  output(spec: DataSpec): Output;
}

/** How the parameters of p(x given z), [batch, ...shape], become examples. */
export interface Output {
  /** Of the parameters for one example. */
  readonly shape: readonly number[];
  /** The mean of p(x given z), an example each. */
  mean(parameters: tf.Tensor): tf.Tensor;
}

/** A family of p(x given z), as a choice in a config: `bernoulli()`, `gaussian()`, `discretizedLogistic()`. */
export interface Likelihood extends OutputFamily {
  /** log p(x given z) in nats, one value an example: x is [batch, ...], the parameters what the decoder gives. */
  logProb(x: tf.Tensor, parameters: tf.Tensor, spec: DataSpec): tf.Tensor1D;
  /** One draw from p(x given z), an example each. */
  draw(parameters: tf.Tensor, spec: DataSpec, rng: Rng): tf.Tensor;
}

export interface OutputParts<Options extends JsonObject> {
  /** Completes and checks the options. They are stored in the model's file, so they are plain JSON. @default as given */
  options?(given: Partial<Options>): Options;
  output(spec: DataSpec, options: Options): Output;
}

export interface LikelihoodParts<Options extends JsonObject> extends OutputParts<Options> {
  logProb(x: tf.Tensor, parameters: tf.Tensor, spec: DataSpec, options: Options): tf.Tensor1D;
  draw(parameters: tf.Tensor, spec: DataSpec, rng: Rng, options: Options): tf.Tensor;
}

/**
 * Makes a likelihood that stands beside ours: `const mine = defineLikelihood('mine', { output, logProb, draw })`, then
 * `new Vae({ spec, likelihood: mine() })` and `loadVae(source, { likelihoods: [mine] })`.
 */
export function defineLikelihood<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, output, logProb, draw }: LikelihoodParts<Options>,
): ChoiceMaker<Likelihood, Partial<Options>> {
  return defineChoice(kind, complete, (options) => ({
    output: (spec: DataSpec) => output(spec, options),
    logProb: (x: tf.Tensor, parameters: tf.Tensor, spec: DataSpec) => logProb(x, parameters, spec, options),
    draw: (parameters: tf.Tensor, spec: DataSpec, rng: Rng) => draw(parameters, spec, rng, options),
  }));
}

/** The output alone of a likelihood that is defined elsewhere: all that a `VaeDecoder`'s loader needs to know of it. */
export function defineOutput<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, output }: OutputParts<Options>,
): ChoiceMaker<OutputFamily, Partial<Options>> {
  return defineChoice(kind, complete, (options) => ({ output: (spec: DataSpec) => output(spec, options) }));
}
