import { check, type DataSpec, type JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import { decoderFields, type VaeDecoderConfig } from '../config.ts';
import type { Likelihood } from '../likelihood.ts';
import type { VaeNetwork } from '../network.ts';

/** All that an adversarial autoencoder is built from: complete and plain JSON. */
export interface AdversarialAutoencoderConfig extends VaeDecoderConfig, JsonObject {
  readonly hidden: readonly number[];
  readonly semiSupervised: boolean;
  readonly inputNoise: number;
  readonly codeNoise: number;
}

export interface AdversarialAutoencoderOptions {
  /** What one example is: a data set says it of itself (`data.spec`). */
  readonly spec: DataSpec;
  /** Size of z. @default 20 */
  readonly latent?: number;
  /** `mlp()`, `conv()` or one of your own by `defineNetwork`; z is linear in its encoder's features. @default mlp() */
  readonly network?: VaeNetwork;
  /** Its -log p(x given z) is the reconstruction error. @default gaussian() for real numbers, else bernoulli(), the cross-entropy */
  readonly likelihood?: Likelihood;
  /** Widths of each discriminator's hidden layers. @default [400, 400] */
  readonly hidden?: readonly number[];
  /** How many classes the decoder is told of, so that z need not say the class: labels from 0. @default 0, unsupervised */
  readonly classes?: number;
  /**
   * Whether the encoder finds the class itself, and learns it from the few examples in `batch.labelled`; else the labels of every
   * example are given. @default false
   */
  readonly semiSupervised?: boolean;
  /** Standard deviation of the Gaussian noise on what the encoder sees in training, against learning few labels by heart. @default 0 */
  readonly inputNoise?: number;
  /**
   * Standard deviation of the Gaussian noise on what the discriminators see in training, codes and draws alike: it leaves the goal
   * where it is, and keeps them from telling a softmax by its never being quite a one. @default 0.1
   */
  readonly codeNoise?: number;
  /** Seed of the initial weights. @default 0 */
  readonly seed?: number;
}

/** The fields of a config that are plain values, with their defaults and bounds; the choices are completed beside them. */
export function adversarialFields() {
  return {
    ...decoderFields(),
    hidden: config.optional(config.list(config.integer({ min: 1 })), [400, 400]),
    semiSupervised: config.optional(config.boolean(), false),
    inputNoise: config.optional(config.number({ min: 0 }), 0),
    codeNoise: config.optional(config.number({ min: 0 }), 0.1),
  };
}

/** Refuses a semi-supervised model that has nothing to tell apart. */
export function checkClasses({
  classes,
  semiSupervised,
}: Pick<AdversarialAutoencoderConfig, 'classes' | 'semiSupervised'>): void {
  check(
    !semiSupervised || classes >= 2,
    'invalid-config',
    () =>
      `AdversarialAutoencoder.classes must be at least 2 where semiSupervised is true, got ${classes}: say how many there are`,
  );
}
