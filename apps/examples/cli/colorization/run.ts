import type { JsonObject } from '@genmodels/core';
import type { Run } from '../run.ts';
import type { Training } from '../training/run-training.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { Both } from './both.ts';
import type { Evaluation } from './evaluation.ts';
import type { ColorizationOptions } from './options.ts';
import type { Colouring } from './pictures.ts';

/** All that one `colorization` did: what the report tells. */
export interface ColorizationRun extends Run<ColorizationOptions> {
  readonly data: TrainingData;
  /** Of the model that looks at grey. */
  readonly config: JsonObject;
  /** How many numbers training changed. */
  readonly weights: Both<number>;
  readonly trainings: Both<Training>;
  readonly evaluation: Evaluation;
  readonly colourings: Both<Colouring>;
}
