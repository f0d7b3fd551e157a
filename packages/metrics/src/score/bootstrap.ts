import { check, checkCount, checkSeed, createRng, pauser, type Rng, show } from '@genmodels/core';
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

/** The percentile interval of a statistic of resampled data. `draw` gets a stream of its own for each resample. */
export async function bootstrap(options: BootstrapOptions, draw: (rng: Rng) => number | Promise<number>): Promise<Interval> {
  const { seed, resamples = 200, confidence = 0.95, signal } = options;
  checkSeed(seed);
  checkCount('resamples', resamples);
  check(
    confidence > 0 && confidence < 1,
    'invalid-argument',
    () => `confidence must be between 0 and 1, got ${show(confidence)}`,
  );
  const rng = createRng(seed).fork('bootstrap');
  const pause = pauser();
  const values = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    signal?.throwIfAborted();
    values[i] = await draw(rng.fork(i));
    await pause();
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
