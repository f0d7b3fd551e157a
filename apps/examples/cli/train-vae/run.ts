import type { JsonObject } from '@genmodels/core';
import type { Training } from '../training/run-training.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { Evaluation } from './evaluation.ts';
import type { TrainVaeOptions } from './options.ts';
import type { VaePictures } from './pictures.ts';

/** All that one `train vae` did: what the report tells. */
export interface VaeRun {
  /** As it was typed. */
  readonly command: string;
  readonly options: TrainVaeOptions;
  readonly data: TrainingData;
  readonly config: JsonObject;
  /** How many numbers training changed. */
  readonly weights: number;
  readonly training: Training;
  readonly evaluation: Evaluation;
  readonly pictures: VaePictures;
  /** From the start of the command to the report. */
  readonly seconds: number;
}
