import {
  type AdversarialLoss,
  type Choice,
  type ChoiceMaker,
  type Critic,
  defineChoice,
  type JsonObject,
  type Rng,
} from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** What the two players minimise, as a choice in a config: `nonSaturating()`, `wassersteinGp()` and the others. */
export interface GanLoss extends Choice, LossMethods {}

export interface LossMethods extends AdversarialLoss {
  /** Updates of the discriminator a step, where the model's options do not say. */
  readonly discriminatorSteps: number;
  /** The score above which an example passes for real; absent where scores have no zero. */
  readonly boundary?: number;
  /** Every weight of the discriminator is clipped to [-clip, clip] after each of its updates. */
  readonly clip?: number;
  /** One value an example, added to the discriminator's loss. A loss with a penalty sees no example through another. */
  penalty?(critic: Critic, real: tf.Tensor, fake: tf.Tensor, rng: Rng): tf.Tensor1D;
}

export interface LossParts<Options extends JsonObject> {
  /** Completes and checks the options. They are stored in the model's file, so they are plain JSON. @default as given */
  options?(given: Partial<Options>): Options;
  methods(options: Options): LossMethods;
}

/**
 * Makes a loss that stands beside ours: `const mine = defineLoss('mine', { methods })`, then `new Gan({ spec, loss: mine() })` and
 * `loadGan(source, { losses: [mine] })`.
 */
export function defineLoss<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, methods }: LossParts<Options>,
): ChoiceMaker<GanLoss, Partial<Options>> {
  return defineChoice(kind, complete, methods);
}
