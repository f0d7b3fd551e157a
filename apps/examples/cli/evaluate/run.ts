import type * as tf from '@tensorflow/tfjs-core';
import type { DataParts } from '../data/data-set.ts';
import type { Evaluation } from './evaluation.ts';
import type { Model } from './models.ts';
import type { EvaluateOptions } from './options.ts';

/** All that one `evaluate` did: what the report tells. */
export interface EvaluationRun {
  /** As it was typed. */
  readonly command: string;
  readonly path: string;
  readonly options: EvaluateOptions;
  readonly model: Model;
  readonly samples: tf.Tensor;
  readonly parts: DataParts;
  readonly evaluation: Evaluation;
  readonly seconds: number;
}

/** PNG files. */
export interface EvaluationPictures {
  readonly samples: Uint8Array;
  /** Of images alone. */
  readonly neighbors?: Uint8Array;
}
