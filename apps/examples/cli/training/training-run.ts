import type { JsonObject } from '@genmodels/core';
import type { Run } from '../run.ts';
import type { Training } from './run-training.ts';
import type { TrainingData } from './training-data.ts';

/** What one command that trains a model did. */
export interface TrainingRun<Options, Data = TrainingData> extends Run<Options> {
  readonly data: Data;
  readonly config: JsonObject;
  /** How many numbers training changed. */
  readonly weights: number;
  readonly training: Training;
}
