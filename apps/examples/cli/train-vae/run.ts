import type { ConditionalData } from '../training/conditional-data.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { Evaluation } from './evaluation.ts';
import type { TrainVaeOptions } from './options.ts';
import type { VaePictures } from './pictures.ts';

/** All that one `train vae` did: what the report tells. */
export interface VaeRun extends TrainingRun<TrainVaeOptions, ConditionalData> {
  readonly evaluation: Evaluation;
  readonly pictures: VaePictures;
}
