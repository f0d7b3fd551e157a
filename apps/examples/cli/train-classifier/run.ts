import type { JsonObject } from '@genmodels/core';
import type { Training } from '../training/run-training.ts';
import type { LabelledData } from './data.ts';
import type { Evaluation } from './evaluation.ts';
import type { TrainClassifierOptions } from './options.ts';

/** All that one `train classifier` did: what the report tells. */
export interface ClassifierRun {
  /** As it was typed. */
  readonly command: string;
  readonly options: TrainClassifierOptions;
  readonly data: LabelledData;
  readonly config: JsonObject;
  /** How many numbers training changed. */
  readonly weights: number;
  readonly training: Training;
  readonly evaluation: Evaluation;
  /** The model's file. */
  readonly file: ModelFileFacts;
  /** A PNG file; absent where there is no mistake. */
  readonly mistakes: Uint8Array | undefined;
  /** From the start of the command to the report. */
  readonly seconds: number;
}

export interface ModelFileFacts {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}
