import type { ChoiceMaker, LabelCondition } from '@genmodels/core';
import type { CodingFamily } from './level-coding.ts';

export interface CodingOptions {
  /** The classes of the examples, where the model has classes. They are not in the file: who decompresses must have them too. */
  readonly condition?: LabelCondition;
  /** How discrete likelihoods of your own are coded, made by `defineCoding`. */
  readonly codings?: readonly ChoiceMaker<CodingFamily>[];
  readonly signal?: AbortSignal;
  /** Called after each example, with those that are done. */
  onProgress?(done: number): void;
}
