import { checkCount, checkSeed, createRng, type Rng } from '@genmodels/core';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { checkConfidence } from './check-confidence.ts';
import type { Interval } from './interval.ts';
import { quantile } from './quantile.ts';

/** How an interval is found by resampling (Efron 1979). */
export interface BootstrapOptions {
  readonly seed: number;
  /** How often the samples are drawn anew, with replacement. @default 200 */
  readonly resamples?: number;
  /** The share of such intervals that shall hold the true value. @default 0.95 */
  readonly confidence?: number;
  readonly signal?: AbortSignal;
}

/**
 * The percentile interval of a statistic of resampled data. `draw` gets a stream of its own for each resample. Rejects with
 * 'invalid-argument' for options out of bounds, and the signal's reason when aborted.
 */
export async function bootstrap(options: BootstrapOptions, draw: (rng: Rng) => number | Promise<number>): Promise<Interval> {
  const { seed, resamples = 200, confidence = 0.95, signal } = options;
  checkSeed(seed);
  checkCount('resamples', resamples);
  checkConfidence(confidence);
  const rng = createRng(seed).fork('bootstrap');
  const pause = pauseOrAbort(signal);
  const values = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    await pause();
    values[i] = await draw(rng.fork(i));
  }
  values.sort();
  const tail = (1 - confidence) / 2;
  return {
    low: quantile(values, tail),
    high: quantile(values, 1 - tail),
    confidence,
    method: `bootstrap, ${resamples} resamples`,
  };
}
