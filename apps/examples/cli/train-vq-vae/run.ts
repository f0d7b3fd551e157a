import type { ConditionalData } from '../training/conditional-data.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { Evaluation } from './evaluation.ts';
import type { TrainVqVaeOptions } from './options.ts';
import type { VqVaePictures } from './pictures.ts';

/** All that one `train vq-vae` did: what the report tells. `training`, `weights` and `config` are the VQ-VAE's. */
export interface VqVaeRun extends TrainingRun<TrainVqVaeOptions, ConditionalData> {
  readonly prior: Pick<TrainingRun<never>, 'config' | 'weights' | 'training'>;
  /** Of the codes of an image: [rows, columns]. */
  readonly grid: readonly number[];
  readonly evaluation: Evaluation;
  readonly pictures: VqVaePictures;
}
