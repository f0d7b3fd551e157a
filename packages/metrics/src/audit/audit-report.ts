import type { ExtractorId } from '../features/extractor.ts';
import type { SampleSet } from '../score/sample-set.ts';
import type { Score } from '../score/score.ts';
import type { ClosePair } from './closest-pairs.ts';
import type { DistanceQuantile } from './distance-quantiles.ts';
import type { SupportEstimate } from './estimate-support.ts';
import type { RankTest } from './rank-test.ts';

/** What an audit found: plain data, as JSON too. */
export interface AuditReport {
  readonly samples: { readonly generated: SampleSet; readonly training: SampleSet; readonly heldOut?: SampleSet };
  readonly extractor: ExtractorId;
  readonly preprocessing: string;
  readonly nearness: Nearness;
  /** Shares of the generated examples that are also training examples. */
  readonly copies: Shares;
  /** Shares of the generated examples that are there twice or more. */
  readonly repeats: Shares;
  /** How far examples are from the nearest training example. */
  readonly distances: { readonly generated: readonly DistanceQuantile[]; readonly heldOut?: readonly DistanceQuantile[] };
  /** Those of the generated against those of the held-out: far below 0, the generator copies. Absent without held-out examples. */
  readonly memorisation?: RankTest;
  /** How many different examples the generator has, and how many the same test finds among the held-out, which no one repeated. */
  readonly support: { readonly generated: SupportEstimate; readonly heldOut?: SupportEstimate };
  /** The nearest pairs, to be looked at: each generated example with its training example, and generated ones with each other. */
  readonly closest: { readonly toTraining: readonly ClosePair[]; readonly amongGenerated: readonly ClosePair[] };
}

/** How near two examples must be to count as nearly the same. */
export interface Nearness {
  /** 0 where nobody said and no held-out examples could tell: then only equal ones count. */
  readonly distance: number;
  /** 'given', '1 % quantile of held-out to training', 'equal only' */
  readonly source: string;
  /** The share of the held-out examples that are as near to a training example without any copying. */
  readonly heldOutShare?: number;
}

/** Of examples that have an equal one, or one within the nearness. */
export interface Shares {
  readonly exact: Score;
  readonly near: Score;
}
