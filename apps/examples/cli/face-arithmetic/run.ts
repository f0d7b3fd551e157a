import type { JsonObject } from '@genmodels/core';
import type { Run } from '../run.ts';
import type { Training } from '../training/run-training.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { Accuracies } from './classifiers.ts';
import type { Outcomes } from './evaluation.ts';
import type { FaceArithmeticOptions } from './options.ts';
import type { FacePictures } from './pictures.ts';
import type { Share } from './share.ts';
import type { Trait } from './traits.ts';
import type { Reach, WayName } from './ways.ts';

/** All that one `face-arithmetic` did: what the report tells. */
export interface FaceArithmeticRun extends Run<FaceArithmeticOptions> {
  readonly data: TrainingData;
  /** Of the generator. */
  readonly config: JsonObject;
  readonly weights: number;
  /** Absent where a generator was given. */
  readonly training?: Training | undefined;
  readonly accuracies: Accuracies;
  /** How frequent a trait is among samples, by the classifiers. */
  readonly frequencies: Readonly<Record<Trait, number>>;
  /** Samples of which all classifiers are sure. */
  readonly sure: Share;
  /** How far faces were moved along pure directions, by equation. */
  readonly reach: Reach;
  readonly outcomes: Readonly<Record<WayName, Outcomes>>;
  readonly pictures: FacePictures;
}
