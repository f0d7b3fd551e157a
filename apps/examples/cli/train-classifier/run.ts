import type { TrainingRun } from '../training/training-run.ts';
import type { LabelledData } from './data.ts';
import type { Evaluation } from './evaluation.ts';
import type { TrainClassifierOptions } from './options.ts';

/** All that one `train classifier` did: what the report tells. */
export interface ClassifierRun extends TrainingRun<TrainClassifierOptions, LabelledData> {
  readonly evaluation: Evaluation;
  /** The model's file. */
  readonly file: ModelFileFacts;
  /** A PNG file; absent where there is no mistake. */
  readonly mistakes: Uint8Array | undefined;
}

export interface ModelFileFacts {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}
