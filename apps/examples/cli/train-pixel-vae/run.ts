import type { TrainingRun } from '../training/training-run.ts';
import type { Evaluation } from './evaluation.ts';
import type { TrainPixelVaeOptions } from './options.ts';
import type { PixelVaePictures } from './pictures.ts';
import type { Rival } from './rival.ts';

/** All that one `train pixel-vae` did: what the report tells. */
export interface PixelVaeRun extends TrainingRun<TrainPixelVaeOptions> {
  readonly evaluation: Evaluation;
  readonly pictures: PixelVaePictures;
  /** The same model with masked layers that see far, where it was asked for. */
  readonly farSighted?: Rival;
  /** A VAE whose pixels are independent given z, trained for the same time, where it was asked for. */
  readonly plainVae?: Rival;
}
