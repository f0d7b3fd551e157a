import { counted } from '../../report/numbers.ts';

/** How long a training shall be. */
export interface Length {
  /** Passes over the training examples. @default 1 */
  readonly epochs?: number;
  /** It ends after so many instead. @default 0, after the epochs */
  readonly steps?: number;
}

/** How long a training is, and how often one looks at it, all in steps. */
export interface Course {
  readonly steps: number;
  /** Between two looks at the validation examples, and between two checkpoints. */
  readonly lookEvery: number;
  readonly reportEvery: number;
}

/** A run of few epochs, or of a part of one, still gets so many looks. */
const looks = 8;

/** And a long one no more reports: a plot could not show them. */
const reports = 1000;

/** A look an epoch, or more often where there are few. An epoch may end within a step that takes several batches. */
export function courseOf({ epochs = 1, steps: wanted = 0 }: Length, stepsPerEpoch: number): Course {
  const steps = wanted > 0 ? wanted : Math.max(1, Math.floor(epochs * stepsPerEpoch));
  return {
    steps,
    lookEvery: Math.min(Math.ceil(stepsPerEpoch), Math.ceil(steps / looks)),
    reportEvery: Math.max(1, Math.ceil(steps / reports), Math.min(20, Math.floor(Math.min(stepsPerEpoch, steps) / 5))),
  };
}

/** '10 epochs', or '500 steps'. */
export function lengthOf({ epochs = 1, steps = 0 }: Length): string {
  return steps > 0 ? counted(steps, 'step') : counted(epochs, 'epoch');
}
