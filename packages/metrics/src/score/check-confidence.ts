import { check, show } from '@genmodels/core';

/** Refuses what is no share of intervals: 0 would have no width, 1 no end. */
export function checkConfidence(confidence: number): void {
  check(
    confidence > 0 && confidence < 1,
    'invalid-argument',
    () => `confidence must be between 0 and 1, got ${show(confidence)}`,
  );
}
