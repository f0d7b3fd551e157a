import type * as tf from '@tensorflow/tfjs-core';
import type { DataParts } from '../data/data-set.ts';
import type { Run } from '../run.ts';
import type { Evaluation } from './evaluation.ts';
import type { Model } from './models.ts';
import type { EvaluateOptions } from './options.ts';

/** All that one `evaluate` did: what the report tells. */
export interface EvaluationRun extends Run<EvaluateOptions> {
  readonly path: string;
  readonly model: Model;
  readonly samples: tf.Tensor;
  readonly parts: DataParts;
  readonly evaluation: Evaluation;
}

/** PNG files; neighbors are shown of images alone. */
export type EvaluationPictures = Readonly<Record<'samples', Uint8Array>> & { readonly neighbors?: Uint8Array };
