import type { DataSpec, JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type { VaeNetwork } from '../network.ts';

/** All that an autoencoder is built from: complete and plain JSON. */
export interface AutoencoderConfig extends JsonObject {
  readonly spec: DataSpec & JsonObject;
  /** Size of the code. */
  readonly latent: number;
  readonly network: VaeNetwork['config'];
  readonly corruption: number;
  /** Seed of the initial weights. */
  readonly seed: number;
}

export interface AutoencoderOptions {
  /** What one example is: a data set says it of itself (`data.spec`). */
  readonly spec: DataSpec;
  /** Size of the code. @default 20 */
  readonly latent?: number;
  /** `mlp()`, `conv()` or one of your own by `defineNetwork`; the code is linear in its encoder's features. @default mlp() */
  readonly network?: VaeNetwork;
  /** Share of an example's values that are set to 0 before the encoder sees it in training (Vincent et al. 2008). @default 0 */
  readonly corruption?: number;
  /** Seed of the initial weights. @default 0 */
  readonly seed?: number;
}

export function autoencoderFields() {
  return {
    spec: config.dataSpec(),
    latent: config.optional(config.integer({ min: 1 }), 20),
    corruption: config.optional(config.number({ min: 0, below: 1 }), 0),
    seed: config.seed(),
  };
}
