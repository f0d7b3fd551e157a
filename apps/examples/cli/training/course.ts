/** How long a training is, and how often one looks at it, all in steps. */
export interface Course {
  readonly steps: number;
  /** Between two looks at the validation examples, and between two checkpoints. */
  readonly lookEvery: number;
  readonly reportEvery: number;
}

/** A run of few epochs, or of a part of one, still gets so many looks. */
const looks = 8;

/** A look an epoch, or more often where there are few. `steps` are so many instead of the epochs, unless they are 0. */
export function courseOf(
  { epochs, steps: wanted = 0 }: { readonly epochs: number; readonly steps?: number },
  stepsPerEpoch: number,
): Course {
  const steps = wanted > 0 ? wanted : epochs * stepsPerEpoch;
  return {
    steps,
    lookEvery: Math.min(stepsPerEpoch, Math.ceil(steps / looks)),
    reportEvery: Math.max(1, Math.min(20, Math.floor(Math.min(stepsPerEpoch, steps) / 5))),
  };
}
