import { check, checkCount, createRng, drawPermutation } from '@genmodels/core';
import { sampleSetOf } from '../features/features.ts';
import type { Interval } from '../score/interval.ts';
import { Score } from '../score/score.ts';
import { type Classified, classProbabilities } from './class-probabilities.ts';
import { mutualInformation } from './mutual-information.ts';

export type InceptionScoreOptions = Classified & {
  /** Parts that are scored apart; 1 gives one score without an interval. @default 10 */
  readonly splits?: number;
  /** Shuffles the examples first. Absent: they are split in their order. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
};

/**
 * The inception score of generated images: exp(mean KL(p(y | x) || p(y))), from 1 to the number of classes (Salimans et al. 2016,
 * "Improved techniques for training GANs", 1606.03498, section 4). The mean over `splits` parts of the examples, whose interval is
 * one standard deviation of the parts to each side, as tables have it: where another part's score lies, not where the truth does.
 *
 * It is high where each example looks like one class for certain and all classes occur: it never sees the data. It grows with
 * the examples a split, so that counts and splits must be equal to compare. Their order matters as well: parts sorted by class
 * score 1, whatever the examples are. Give a `seed` unless they are in random order.
 *
 * Only of the extractor 'inception-v3' it is called inception score; that of any other classifier is a 'classifier score', and says
 * nothing beside published ones.
 *
 * Rejects with 'invalid-argument' for more splits than examples, 'invalid-value' for rows that are no probabilities, 'not-comparable'
 * for features of another extractor.
 */
export async function inceptionScore(options: InceptionScoreOptions): Promise<Score> {
  const { splits = 10, seed, signal } = options;
  checkCount('splits', splits);
  const probabilities = await classProbabilities(options, signal);
  const { length, width, origin } = probabilities;
  check(length >= splits, 'invalid-argument', () => `splits must be at most the number of examples, ${length}, got ${splits}`);
  const order = orderOf(length, seed);
  const scores = partsOf(order, splits).map((rows) => Math.exp(mutualInformation(probabilities.values, width, rows)));
  return new Score({
    metric: origin.extractor.name === 'inception-v3' ? 'inception score' : 'classifier score',
    ...meanAndDeviation(scores),
    better: 'higher',
    estimator: splits === 1 ? 'plug-in' : 'plug-in, mean over splits',
    samples: { generated: sampleSetOf(probabilities) },
    extractor: origin.extractor,
    preprocessing: origin.preprocessing,
    settings: { splits, order: seed === undefined ? 'as given' : `shuffled with seed ${seed}`, classes: width },
  });
}

function orderOf(length: number, seed: number | undefined): Uint32Array {
  if (seed === undefined) return Uint32Array.from({ length }, (_, i) => i);
  return drawPermutation(length, createRng(seed).fork('inception score'));
}

/** Parts as equal as can be, cut where the paper's code cuts. */
function partsOf(order: Uint32Array, splits: number): Uint32Array[] {
  const start = (part: number) => Math.floor((part * order.length) / splits);
  return Array.from({ length: splits }, (_, part) => order.subarray(start(part), start(part + 1)));
}

/** The deviation of the parts at hand, divided by their number, as in the paper's code. */
function meanAndDeviation(scores: readonly number[]): { value: number; interval?: Interval } {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const value = mean(scores);
  if (scores.length === 1) return { value };
  const deviation = Math.sqrt(mean(scores.map((score) => (score - value) ** 2)));
  const method = `one standard deviation of ${scores.length} splits`;
  return { value, interval: { low: value - deviation, high: value + deviation, confidence: 0.68, method } };
}
