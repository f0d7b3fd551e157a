import type { JsonObject } from '@genmodels/core';
import type { Run } from '../run.ts';
import type { Training } from '../training/run-training.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { Contestants } from './contestants.ts';
import type { Evaluation } from './evaluation.ts';
import type { SuperResolutionOptions } from './options.ts';
import type { SuperResolutionPictures } from './pictures.ts';

/** All that one `super-resolution` did: what the report tells. */
export interface SuperResolutionRun extends Run<SuperResolutionOptions> {
  readonly data: TrainingData;
  readonly config: JsonObject;
  /** [height, width, channels] of the small images. */
  readonly smallShape: readonly number[];
  /** How many numbers training changed. */
  readonly weights: Readonly<Record<keyof Contestants, number>>;
  readonly trainings: Readonly<Record<keyof Contestants, Training>>;
  readonly evaluation: Evaluation;
  /** Drawn images, of which each gave back its small image. */
  readonly kept: number;
  readonly pictures: SuperResolutionPictures;
}
