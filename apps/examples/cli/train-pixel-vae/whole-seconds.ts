import type { Training } from '../training/run-training.ts';

/**
 * How long a training took from its beginning, breaks left out, by its pace since the program was started; unknown where that found
 * nothing left to do.
 */
export function wholeSeconds({ seen, seenNow, seconds }: Pick<Training, 'seen' | 'seenNow' | 'seconds'>): number | undefined {
  return seenNow > 0 ? (seconds * seen) / seenNow : undefined;
}
