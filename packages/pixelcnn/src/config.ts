import type { DataSpec, JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type { PixelOutput } from './output.ts';

/** What all models of this package are built from. */
export interface PixelConfig extends JsonObject {
  readonly spec: DataSpec & JsonObject;
  readonly output: PixelOutput['config'];
  /** How many classes the model is conditioned on; 0 for none. */
  readonly classes: number;
  /** How many channels the map has that the model is conditioned on; 0 for none. */
  readonly mapChannels: number;
  /** Seed of the initial weights. */
  readonly seed: number;
}

/** What a user says of any of them. */
export interface PixelOptions {
  /** What one image is: a data set says it of itself (`data.spec`). */
  readonly spec: DataSpec;
  /** p(pixel given those before). @default bernoulli() for binary images, categorical() for levels */
  readonly output?: PixelOutput;
  /** Conditions the model on one of so many classes: labels from 0. @default 0, unconditional */
  readonly classes?: number;
  /** Conditions the model on a map of so many channels, as large as the image. @default 0, unconditional */
  readonly mapChannels?: number;
  /** Seed of the initial weights. @default 0 */
  readonly seed?: number;
}

/** The fields that all have; the output is completed beside them. */
export function pixelFields() {
  return {
    spec: config.dataSpec(),
    classes: config.optional(config.integer({ min: 0 }), 0),
    mapChannels: config.optional(config.integer({ min: 0 }), 0),
    seed: config.seed(),
  };
}
