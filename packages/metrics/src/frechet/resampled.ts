import { check, type Rng } from '@genmodels/core';
import type { Features } from '../features/features.ts';
import { isMoments, type Moments } from '../features/moments.ts';
import { takeRows } from '../features/take-rows.ts';
import { resample } from '../score/resample.ts';

/** As many examples, drawn with replacement. Throws 'invalid-argument' for moments, which have none to draw. */
export function resampled(set: Features | Moments, part: string, rng: Rng): Features {
  const features = exampleRows(set, part, 'an interval');
  return takeRows(features, resample(features.length, rng.fork(part)));
}

/** Refuses moments where examples are needed for `purpose`. */
export function exampleRows(set: Features | Moments, part: string, purpose: string): Features {
  check(
    !isMoments(set),
    'invalid-argument',
    () => `${purpose} needs the features of each example, but ${part} is moments: give what extractFeatures returns`,
  );
  return set;
}
