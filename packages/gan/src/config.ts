import type { DataSpec, JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import { type AugmentationName, augmentationNames } from './augmentation.ts';
import type { GanLoss } from './loss.ts';
import type { GanNetwork, GeneratorNetwork } from './network.ts';

/** All that a generator is built from. */
export interface GanGeneratorConfig extends JsonObject {
  readonly spec: DataSpec & JsonObject;
  /** Size of z. */
  readonly latent: number;
  readonly network: GeneratorNetwork['config'];
  /** How many classes the model is conditioned on; 0 for none. */
  readonly classes: number;
  /** Seed of the initial weights. */
  readonly seed: number;
}

/** All that a GAN is built from: complete and plain JSON. */
export interface GanConfig extends GanGeneratorConfig {
  readonly loss: GanLoss['config'];
  readonly discriminatorSteps: number;
  readonly spectralNorm: boolean;
  readonly r1: number;
  readonly instanceNoise: number;
  readonly noiseSteps: number;
  readonly augmentations: readonly AugmentationName[];
}

export interface GanGeneratorOptions {
  /** What one example is: a data set says it of itself (`data.spec`). Of discrete data it gives values between the levels too. */
  readonly spec: DataSpec;
  /** Size of z. @default 64 */
  readonly latent?: number;
  /** `mlpGenerator()`, `dcganGenerator()`, `resnetGenerator()`, or a whole network, of which it takes the generator. */
  readonly network: GeneratorNetwork;
  /** Conditions the model on one of so many classes: labels from 0. @default 0, unconditional */
  readonly classes?: number;
  /** Seed of the initial weights. @default 0 */
  readonly seed?: number;
}

export interface GanOptions extends Omit<GanGeneratorOptions, 'network'> {
  /** `mlp()`, `dcgan()`, `resnet()` or one of your own by `defineNetwork`. @default mlp() */
  readonly network?: GanNetwork;
  /** What the two players minimise. @default nonSaturating() */
  readonly loss?: GanLoss;
  /** Updates of the discriminator a step, each with a fresh batch: k. @default what the loss asks for: 5 for the Wasserstein losses, else 1 */
  readonly discriminatorSteps?: number;
  /** Keeps the discriminator Lipschitz by dividing each kernel by its largest singular value (Miyato et al. 2018). @default false */
  readonly spectralNorm?: boolean;
  /** gamma of gamma/2 |slope at real examples|^2, which the discriminator pays (Mescheder et al. 2018, R1). @default 0 */
  readonly r1?: number;
  /** Deviation of Gaussian noise on all that the discriminator sees, where data with bounds span [-1, 1] (Sønderby et al. 2017). @default 0 */
  readonly instanceNoise?: number;
  /** Steps over which that noise fades out; 0 keeps it. @default 0 */
  readonly noiseSteps?: number;
  /** Differentiable augmentations of all images that the discriminator sees, for small data sets, each once, in this order (Zhao et al. 2020). @default [] */
  readonly augmentations?: readonly AugmentationName[];
}

/** The fields of a config that are numbers, with their defaults and bounds; the choices are completed beside them. */
export function generatorFields() {
  return {
    spec: config.dataSpec(),
    latent: config.optional(config.integer({ min: 1 }), 64),
    classes: config.optional(config.integer({ min: 0 }), 0),
    seed: config.seed(),
  };
}

/** `steps` is what the loss asks for. */
export function ganFields(steps: number) {
  return {
    ...generatorFields(),
    discriminatorSteps: config.optional(config.integer({ min: 1 }), steps),
    spectralNorm: config.optional(config.boolean(), false),
    r1: config.optional(config.number({ min: 0 }), 0),
    instanceNoise: config.optional(config.number({ min: 0 }), 0),
    noiseSteps: config.optional(config.integer({ min: 0 }), 0),
    augmentations: config.optional(config.list(config.oneOf(augmentationNames)), []),
  };
}
