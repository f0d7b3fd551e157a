import type { DataSpec, JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type { Likelihood } from '../likelihood.ts';
import type { VqNetwork } from './network.ts';

/** How a codebook follows an encoder. */
export interface CodebookConfig {
  /** How many vectors it holds. */
  readonly entries: number;
  /** Numbers in a vector. */
  readonly dimensions: number;
  readonly decay: number;
  readonly restarts: boolean;
  readonly deadBelow: number;
}

/** All that a VQ-VAE is built from: complete and plain JSON. */
export interface VqVaeConfig extends CodebookConfig, JsonObject {
  readonly spec: DataSpec & JsonObject;
  readonly network: VqNetwork['config'];
  readonly likelihood: Likelihood['config'];
  readonly commitment: number;
  /** Seed of the initial weights. */
  readonly seed: number;
}

export interface VqVaeOptions {
  /** What one example is, an image: a data set says it of itself (`data.spec`). */
  readonly spec: DataSpec;
  /** `residual()` or one of your own by `defineVqNetwork`. @default residual() */
  readonly network?: VqNetwork;
  /** p(x given z). @default bernoulli() for binary and unit data, discretizedLogistic() for levels, gaussian() for real numbers */
  readonly likelihood?: Likelihood;
  /** Vectors in the codebook. A prior over the codes sees so many levels: `GatedPixelCnn` takes up to 256. @default 512 */
  readonly entries?: number;
  /** Numbers in a vector. @default 64 */
  readonly dimensions?: number;
  /** beta, the weight of what keeps the encoder near the codebook (eq. 3). @default 0.25 */
  readonly commitment?: number;
  /** gamma, how much of the codebook's running averages stays at each batch (appendix A.1). @default 0.99 */
  readonly decay?: number;
  /** Whether dead entries start again, each at an output of the encoder. @default true */
  readonly restarts?: boolean;
  /** An entry is dead whose running count of uses falls below this share of the average entry's. @default 0.05 */
  readonly deadBelow?: number;
  /** Seed of the initial weights. @default 0 */
  readonly seed?: number;
}

/** The fields of a config that are plain values, with their defaults and bounds; the choices are completed beside them. */
export function vqVaeFields() {
  return {
    spec: config.dataSpec(),
    entries: config.optional(config.integer({ min: 1 }), 512),
    dimensions: config.optional(config.integer({ min: 1 }), 64),
    commitment: config.optional(config.number({ min: 0 }), 0.25),
    decay: config.optional(config.number({ min: 0, below: 1 }), 0.99),
    restarts: config.optional(config.boolean(), true),
    deadBelow: config.optional(config.number({ min: 0, below: 1 }), 0.05),
    seed: config.seed(),
  };
}
