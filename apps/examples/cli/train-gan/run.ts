import type { ConditionalData } from '../training/conditional-data.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { Evaluation } from './evaluation.ts';
import type { TrainGanOptions } from './options.ts';
import type { GanPictures } from './pictures.ts';

/** All that one `train gan` did: what the report tells. */
export interface GanRun extends TrainingRun<TrainGanOptions, ConditionalData> {
  readonly evaluation: Evaluation;
  readonly pictures: GanPictures;
}
