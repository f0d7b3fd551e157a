import { checkSeed, createRng, type Rng } from '@genmodels/core';
import { checkAlike } from '../features/check-alike.ts';
import type { Features, FeaturesLike } from '../features/features.ts';
import type { Moments } from '../features/moments.ts';
import { pairFields } from '../features/pair-fields.ts';
import { type Pause, pauseOrAbort } from '../pause-or-abort.ts';
import { type BootstrapOptions, bootstrap } from '../score/bootstrap.ts';
import type { Interval } from '../score/interval.ts';
import { Score } from '../score/score.ts';
import { basicInterval } from './basic-interval.ts';
import { extrapolate } from './extrapolate.ts';
import { plugIn } from './frechet-distance.ts';
import { gaussianOf, toSet } from './gaussian.ts';
import { exampleRows, resampled } from './resampled.ts';
import { subsetSizes } from './subset-sizes.ts';

export interface FrechetDistanceInfinityOptions {
  readonly reference: FeaturesLike | Moments;
  readonly generated: FeaturesLike;
  /** Of the random subsets. */
  readonly seed: number;
  /** At how many sizes the distance is taken, evenly spaced from the smallest to all that was generated. @default 15 */
  readonly points?: number;
  /** @default a fifth of what was generated, or four times the features where that is more, but at most half */
  readonly smallest?: number;
  /** Asks for an interval; each resample costs as much as the value itself. The reference must then be features, not moments. */
  readonly interval?: BootstrapOptions;
  readonly signal?: AbortSignal;
}

/**
 * The Fréchet distance that infinitely many generated examples would have ("FID infinity"; Chong and Forsyth 2020, 1911.07023):
 * distances to random subsets of several sizes N, a line fitted to them over 1 / N, and its value at 0. It can be slightly negative
 * for a very good model. What bias comes from the reference's own size stays: take all of it that there is. Less than about four
 * times as many examples as features are too few for the line.
 *
 * The interval is the basic bootstrap of the whole procedure, both sets drawn anew: the residuals of the fit would understate it,
 * since the subsets overlap and share one reference. Throws and rejects as `frechetDistance` does, and with 'invalid-argument' for
 * fewer than four generated examples or sizes that they do not allow.
 */
export async function frechetDistanceInfinity(options: FrechetDistanceInfinityOptions): Promise<Score> {
  const { seed, interval, signal } = options;
  checkSeed(seed);
  const reference = await toSet(options.reference, 'reference');
  const generated = exampleRows(await toSet(options.generated, 'generated'), 'generated', 'extrapolation');
  checkAlike(reference, generated);
  if (interval) exampleRows(reference, 'reference', 'an interval');
  const { sizes, ...settings } = subsetSizes(generated, options);
  const pause = pauseOrAbort(signal);
  const rng = createRng(seed).fork('subsets');
  const value = await extrapolate(await gaussianOf(reference, pause), generated, sizes, rng, pause);
  const measured = { value, reference, generated, sizes };
  return new Score({
    metric: 'Fréchet distance',
    value,
    better: 'lower',
    estimator: 'extrapolated to infinitely many samples',
    ...pairFields(reference, generated),
    settings,
    ...(interval && { interval: await intervalOf(measured, interval, pause) }),
  });
}

interface Measured {
  readonly value: number;
  readonly reference: Features | Moments;
  readonly generated: Features;
  readonly sizes: readonly number[];
}

/** Of resamples the truth is known: the distance of the sets they are drawn from. */
async function intervalOf(
  { value, reference, generated, sizes }: Measured,
  options: BootstrapOptions,
  pause: Pause,
): Promise<Interval> {
  const percentiles = await bootstrap(options, async (rng: Rng) => {
    const gaussian = await gaussianOf(resampled(reference, 'reference', rng), pause);
    return extrapolate(gaussian, resampled(generated, 'generated', rng), sizes, rng.fork('subsets'), pause);
  });
  return basicInterval(percentiles, value, await plugIn(reference, generated, pause));
}
