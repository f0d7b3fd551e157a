import { checkAlike } from '../features/check-alike.ts';
import type { Features, FeaturesLike } from '../features/features.ts';
import type { Moments } from '../features/moments.ts';
import { pairFields } from '../features/pair-fields.ts';
import { type Pause, pauseOrAbort } from '../pause-or-abort.ts';
import { type BootstrapOptions, bootstrap } from '../score/bootstrap.ts';
import type { Interval } from '../score/interval.ts';
import { Score } from '../score/score.ts';
import { basicInterval } from './basic-interval.ts';
import { gaussianOf, toSet } from './gaussian.ts';
import { gaussianDistance } from './gaussian-distance.ts';
import { exampleRows, resampled } from './resampled.ts';

export interface FrechetDistanceOptions {
  readonly reference: FeaturesLike | Moments;
  readonly generated: FeaturesLike | Moments;
  /** Asks for an interval; each resample costs as much as the distance itself. Both sets must be features, not moments. */
  readonly interval?: BootstrapOptions;
  readonly signal?: AbortSignal;
}

/**
 * The Fréchet distance ("FID" with Inception features): |m - n|² + tr(S + T - 2 (S T)^½) of the means and the unbiased covariances of
 * the features of two sets (Heusel et al. 2017, 1706.08500, equation 6). At least 0, in the features' unit squared.
 *
 * It is biased: even for two sets of one distribution it is about proportional to 1 / examples above 0, so that only scores of
 * as many examples compare; `frechetDistanceInfinity` takes the bias of the generated set away. The interval (basic bootstrap, both
 * sets drawn anew) is where the distance of the distributions themselves probably lies, hence often wholly below the value.
 *
 * Throws 'invalid-argument' for fewer than two examples, 'invalid-value' for features that are not finite or moments that no set has,
 * 'not-comparable' for features of two kinds. Rejects with the signal's reason when aborted.
 */
export async function frechetDistance(options: FrechetDistanceOptions): Promise<Score> {
  const reference = await toSet(options.reference, 'reference');
  const generated = await toSet(options.generated, 'generated');
  checkAlike(reference, generated);
  const { interval, signal } = options;
  if (interval) for (const [part, set] of Object.entries({ reference, generated })) exampleRows(set, part, 'an interval');
  const pause = pauseOrAbort(signal);
  const value = await plugIn(reference, generated, pause);
  return new Score({
    metric: 'Fréchet distance',
    value,
    better: 'lower',
    estimator: 'plug-in',
    ...pairFields(reference, generated),
    ...(interval && { interval: await intervalOf(value, reference, generated, interval, pause) }),
  });
}

/** The distance of the two normal distributions that the sets suggest. */
export async function plugIn(reference: Features | Moments, generated: Features | Moments, pause: Pause): Promise<number> {
  return gaussianDistance(await gaussianOf(reference, pause), await gaussianOf(generated, pause), pause);
}

async function intervalOf(
  value: number,
  reference: Features | Moments,
  generated: Features | Moments,
  options: BootstrapOptions,
  pause: Pause,
): Promise<Interval> {
  const percentiles = await bootstrap(options, async (rng) =>
    plugIn(resampled(reference, 'reference', rng), resampled(generated, 'generated', rng), pause),
  );
  return basicInterval(percentiles, value, value);
}
