import type { DataSpec, JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';

/** All that a classifier is built from: complete and plain JSON. */
export interface ClassifierConfig extends JsonObject {
  readonly spec: DataSpec & JsonObject;
  readonly classes: number;
  readonly filters: readonly number[];
  readonly kernelSize: number;
  readonly hidden: number;
  readonly dropout: number;
  /** Seed of the initial weights. */
  readonly seed: number;
}

export interface ClassifierOptions {
  /** What one picture is, [height, width, channels]: a data set says it of itself (`data.spec`). */
  readonly spec: DataSpec;
  /** How many there are; labels are integers below it. @default 10 */
  readonly classes?: number;
  /** Of each convolution, which halves the picture. @default [32, 64] */
  readonly filters?: readonly number[];
  /** Pixels along each side of a convolution's kernel. @default 5 */
  readonly kernelSize?: number;
  /** Units of the last layer but one: how many features a picture has. @default 128 */
  readonly hidden?: number;
  /** Share of the features that a step of training leaves out (Srivastava et al. 2014). @default 0.3 */
  readonly dropout?: number;
  /** Seed of the initial weights. @default 0 */
  readonly seed?: number;
}

/** The fields of a config, with their defaults and bounds. */
export function classifierFields() {
  return {
    spec: config.dataSpec(),
    classes: config.optional(config.integer({ min: 2 }), 10),
    filters: config.optional(config.list(config.integer({ min: 1 }), { min: 1 }), [32, 64]),
    kernelSize: config.optional(config.integer({ min: 1 }), 5),
    hidden: config.optional(config.integer({ min: 1 }), 128),
    dropout: config.optional(config.number({ min: 0, below: 1 }), 0.3),
    seed: config.seed(),
  };
}
