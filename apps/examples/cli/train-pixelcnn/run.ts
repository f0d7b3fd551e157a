import type { JsonObject } from '@genmodels/core';
import type { Training } from '../training/run-training.ts';
import type { PixelcnnData } from './data.ts';
import type { Evaluation } from './evaluation.ts';
import type { TrainPixelcnnOptions } from './options.ts';
import type { PixelcnnPictures } from './pictures.ts';

/** All that one `train pixelcnn` did: what the report tells. */
export interface PixelcnnRun {
  /** As it was typed. */
  readonly command: string;
  readonly options: TrainPixelcnnOptions;
  readonly data: PixelcnnData;
  readonly config: JsonObject;
  /** How many numbers training changed. */
  readonly weights: number;
  readonly training: Training;
  readonly evaluation: Evaluation;
  readonly pictures: PixelcnnPictures;
  /** From the start of the command to the report. */
  readonly seconds: number;
}
