import type { Choice, ChoiceMaker, DataSpec, JsonObject, Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** A family of p(x given z), as a choice in a config: `bernoulli()`, `gaussian()`, `discretizedLogistic()`. */
export interface Likelihood extends Choice {
  /** The family for examples of this kind. Throws 'invalid-config' where it does not suit their domain. */
  of(spec: DataSpec): ObservationModel;
}

/** p(x given z) by its parameters, which the decoder gives: [batch, ...outputShape]. */
export interface ObservationModel {
  readonly outputShape: readonly number[];
  /** log p(x given z) in nats, one value an example. x is [batch, ...shape]. */
  logProb(x: tf.Tensor, parameters: tf.Tensor): tf.Tensor1D;
  /** The mean of p(x given z), [batch, ...shape]. */
  mean(parameters: tf.Tensor): tf.Tensor;
  /** One draw from p(x given z), [batch, ...shape]. */
  draw(parameters: tf.Tensor, rng: Rng): tf.Tensor;
}

/**
 * Makes a likelihood that stands beside ours: `const mine = defineLikelihood('mine', { of })`, then
 * `new Vae({ spec, likelihood: mine() })` and `loadVae(source, { likelihoods: [mine] })`.
 */
export function defineLikelihood<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, of }: LikelihoodParts<Options>,
): ChoiceMaker<Likelihood, Partial<Options>> {
  const make = (given: Partial<Options> = {}): Likelihood => {
    const options = complete === undefined ? (given as Options) : complete(given);
    return { config: { kind, ...options }, of: (spec) => of(spec, options) };
  };
  return Object.assign(make, { kind });
}

export interface LikelihoodParts<Options extends JsonObject> {
  /** Completes and checks the options. They are stored in the model's file, so they are plain JSON. @default as given */
  options?(given: Partial<Options>): Options;
  of(spec: DataSpec, options: Options): ObservationModel;
}
