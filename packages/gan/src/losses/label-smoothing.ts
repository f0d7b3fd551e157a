import type { AdversarialLoss } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';

export type SmoothingConfig = {
  /** How far below 1 the target of real examples lies, one-sided (Salimans et al. 2016, section 3.4). @default 0 */
  readonly labelSmoothing: number;
};

export function readSmoothing(name: string): (given: Partial<SmoothingConfig>) => SmoothingConfig {
  return (given) => config.object({ labelSmoothing: config.optional(config.number({ min: 0, max: 0.5 }), 0) })(given, name);
}

/** -(1 - s) log D(real) - s log(1 - D(real)) - log(1 - D(fake)): what s adds to the discriminator's loss is s times the logit. */
export function smoothLogistic(loss: AdversarialLoss, { labelSmoothing }: SmoothingConfig): AdversarialLoss {
  if (labelSmoothing === 0) return loss;
  return {
    ...loss,
    discriminator: (real, fake) => tf.tidy(() => tf.add(loss.discriminator(real, fake), tf.mul(real, labelSmoothing))),
  };
}
