/** Where the true value probably lies. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** The share of such intervals that hold the true value: 0.95. */
  readonly confidence: number;
  /** How it was found: 'bootstrap, 200 resamples', 'normal, of 10 splits'. */
  readonly method: string;
}
