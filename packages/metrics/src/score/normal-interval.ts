import { inverseNormalCdf } from '@genmodels/core';
import { checkConfidence } from './check-confidence.ts';
import type { Interval } from './interval.ts';

export interface NormalOptions {
  /** The share of such intervals that shall hold the true value. @default 0.95 */
  readonly confidence?: number | undefined;
  /** Where the standard error comes from: 'normal, of 10,000 examples'. */
  readonly method: string;
}

/** The interval of an estimate that errs normally with this standard error. */
export function normalInterval(value: number, standardError: number, { confidence = 0.95, method }: NormalOptions): Interval {
  checkConfidence(confidence);
  const reach = inverseNormalCdf((1 + confidence) / 2) * standardError;
  return { low: value - reach, high: value + reach, confidence, method };
}
