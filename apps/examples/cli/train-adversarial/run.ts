import type { TrainingRun } from '../training/training-run.ts';
import type { AdversarialData } from './data.ts';
import type { Evaluation } from './evaluation.ts';
import type { TrainAdversarialOptions } from './options.ts';
import type { AdversarialPictures } from './pictures.ts';

/** All that one `train adversarial` did: what the report tells. */
export interface AdversarialRun extends TrainingRun<TrainAdversarialOptions, AdversarialData> {
  readonly evaluation: Evaluation;
  readonly pictures: AdversarialPictures;
}
