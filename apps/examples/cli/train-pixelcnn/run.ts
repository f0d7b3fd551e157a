import type { ConditionalData } from '../training/conditional-data.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { Evaluation } from './evaluation.ts';
import type { TrainPixelcnnOptions } from './options.ts';
import type { PixelcnnPictures } from './pictures.ts';

/** All that one `train pixelcnn` did: what the report tells. */
export interface PixelcnnRun extends TrainingRun<TrainPixelcnnOptions, ConditionalData> {
  readonly evaluation: Evaluation;
  readonly pictures: PixelcnnPictures;
}
