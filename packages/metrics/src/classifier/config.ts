import type { DataSpec, JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';

/** All that a classifier is built from: complete and plain JSON. */
export interface ClassifierConfig extends JsonObject {
  readonly spec: DataSpec & JsonObject;
  readonly classes: number;
  readonly filters: readonly number[];
  readonly depth: number;
  readonly kernelSize: number;
  readonly batchNorm: boolean;
  readonly hidden: number;
  readonly dropout: number;
  readonly seed: number;
}

export interface ClassifierOptions {
  /** What one picture is, [height, width, channels]: a data set says it of itself (`data.spec`). */
  readonly spec: DataSpec;
  /** How many there are; labels are integers below it. @default 10 */
  readonly classes?: number;
  /** Of the convolutions of each size; from one size to the next a picture is halved. @default [32, 64] */
  readonly filters?: readonly number[];
  /** Convolutions of each size, the last of which halves the picture. @default 1 */
  readonly depth?: number;
  /** Pixels along each side of a convolution's kernel. @default 5 */
  readonly kernelSize?: number;
  /** Normalises what every convolution gives over the batch (Ioffe and Szegedy 2015). @default false */
  readonly batchNorm?: boolean;
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
    depth: config.optional(config.integer({ min: 1, max: 8 }), 1),
    kernelSize: config.optional(config.integer({ min: 1 }), 5),
    batchNorm: config.optional(config.boolean(), false),
    hidden: config.optional(config.integer({ min: 1 }), 128),
    dropout: config.optional(config.number({ min: 0, below: 1 }), 0.3),
    seed: config.seed(),
  };
}
