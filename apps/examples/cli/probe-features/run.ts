import type { JsonObject } from '@genmodels/core';
import type { Run } from '../run.ts';
import type { Training } from '../training/run-training.ts';
import type { ClassifiedImages } from './data.ts';
import type { Probed } from './measure.ts';
import type { ProbeFeaturesOptions } from './options.ts';
import type { RepresentationName } from './representations.ts';

/** What became of one representation. */
export interface Examined {
  /** Numbers an image. */
  readonly width: number;
  readonly probed: readonly Probed[];
  /** Of the model that makes it; absent of raw pixels. */
  readonly model?: LearnedModel;
}

export interface LearnedModel {
  readonly config: JsonObject;
  readonly weights: number;
  readonly training: Training;
  /** Where it was saved. */
  readonly path: string;
}

/** All that one `probe-features` did: what the report tells. */
export interface ProbeFeaturesRun extends Run<ProbeFeaturesOptions> {
  readonly data: ClassifiedImages;
  readonly examined: Readonly<Record<RepresentationName, Examined>>;
  /** A PNG file: the fewest labelled images, of the first draw. */
  readonly labelled: Uint8Array;
}
