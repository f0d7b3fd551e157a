import type { Interval } from '../score/interval.ts';

/**
 * The basic bootstrap interval (Davison and Hinkley 1997, "Bootstrap methods and their application", 5.2): where an estimate of
 * resamples, whose own truth is `centre`, errs by this much, so does `estimate`. It holds the bias against the estimate. Percentiles
 * as they are would count it twice: for the Fréchet distance of few samples they lie wholly beside the truth.
 */
export function basicInterval(percentiles: Interval, estimate: number, centre: number): Interval {
  const { low, high, confidence, method } = percentiles;
  return { low: estimate - (high - centre), high: estimate - (low - centre), confidence, method: `basic ${method}` };
}
