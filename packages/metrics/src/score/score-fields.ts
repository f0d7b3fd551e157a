import type { JsonObject } from '@genmodels/core';
import type { ExtractorId } from '../features/extractor.ts';
import type { Interval } from './interval.ts';
import type { SampleSet } from './sample-set.ts';

/** All that a score says. */
export interface ScoreFields {
  /** 'Fréchet distance', 'precision', ... */
  readonly metric: string;
  readonly value: number;
  /** 'nats', 'bits/dim', 'dB'; absent where the value has none. */
  readonly unit?: string;
  readonly better: 'lower' | 'higher';
  /** How the value was found from the samples: 'plug-in', 'unbiased', 'extrapolated to infinitely many samples'. */
  readonly estimator: string;
  /** The sets by their part: `reference`, `generated`, `train`, `test`. Scores of different `generated` may be compared. */
  readonly samples: Readonly<Record<string, SampleSet>>;
  /** What is judged, where that is no generated set: the features of a linear probe. Scores of different subjects may be compared. */
  readonly subject?: string;
  /** What the examples were compared by; absent where the metric needs no features. */
  readonly extractor?: ExtractorId;
  /** What was done to the examples first. */
  readonly preprocessing: string;
  /** What else the value depends on: `{ k: 3 }`. */
  readonly settings?: JsonObject;
  /** What was chosen by looking at the data, such as a bandwidth: said, but no hindrance to a comparison. */
  readonly chosen?: JsonObject;
  readonly interval?: Interval;
}
