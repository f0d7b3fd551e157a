import { check, show } from '@genmodels/core';
import type { Features } from '../features/features.ts';

export interface SubsetSizes {
  readonly points: number;
  readonly smallest: number;
  /** From the smallest to all examples, evenly spaced. */
  readonly sizes: readonly number[];
}

/** At which sizes an extrapolation measures. */
export function subsetSizes({ length, width }: Features, options: { points?: number; smallest?: number }): SubsetSizes {
  const { points = 15, smallest = defaultSmallest(length, width) } = options;
  check(length >= 4, 'invalid-argument', () => `generated must hold at least 4 examples to be halved, got ${length}`);
  check(
    Number.isInteger(points) && points >= 2,
    'invalid-argument',
    () => `points must be an integer of at least 2, got ${show(points)}`,
  );
  check(
    Number.isInteger(smallest) && smallest >= 2 && smallest < length,
    'invalid-argument',
    () => `smallest must be an integer from 2 to ${length - 1}, one less than was generated, got ${show(smallest)}`,
  );
  const step = (length - smallest) / (points - 1);
  return { points, smallest, sizes: Array.from({ length: points }, (_, i) => Math.round(smallest + i * step)) };
}

/** The bias falls as 1 / N only where N is well above the number of features, and large subsets err less. */
function defaultSmallest(length: number, width: number): number {
  return Math.min(Math.max(Math.ceil(length / 5), 4 * width), Math.floor(length / 2));
}
