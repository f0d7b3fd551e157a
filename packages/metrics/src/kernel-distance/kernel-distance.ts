import { check } from '@genmodels/core';
import type { Features, FeaturesLike } from '../features/features.ts';
import { pairFields } from '../features/pair-fields.ts';
import { readPair } from '../features/read-pair.ts';
import { estimateMean } from '../score/estimate-mean.ts';
import { normalInterval } from '../score/normal-interval.ts';
import { Score } from '../score/score.ts';
import type { ScoreFields } from '../score/score-fields.ts';
import { checkSubsets, type Subsets, subsetDistances } from './subset-distances.ts';
import { jackknifeError, sidesOf, unbiasedDistance } from './unbiased-distance.ts';

export interface KernelDistanceOptions {
  readonly reference: FeaturesLike;
  readonly generated: FeaturesLike;
  /** The mean over random subsets, as tables in papers have it, instead of the one estimate from all pairs. */
  readonly subsets?: Subsets;
  /** The share of intervals that shall hold the true value. @default 0.95 */
  readonly confidence?: number;
  readonly signal?: AbortSignal;
}

/**
 * The kernel distance ("KID"): the squared maximum mean discrepancy of the features under the kernel (x . y / width + 1)^3, by its
 * unbiased estimate (Bińkowski et al. 2018, "Demystifying MMD GANs", 1801.01401, section 4). 0 for two sets of one distribution
 * on average, so that the estimate of a good model can be negative; never cut that off. Papers often print it times 1000.
 *
 * By default the estimate from all pairs: nothing is random in it, and the two sets may differ in size. Its interval is by the
 * jackknife. With `subsets` the mean over pairs of random subsets, whose interval says how far another draw of as many subsets
 * could lie: as they overlap, it is too narrow for other samples of the model. The two say different estimators and do not compare.
 *
 * In float64, but for the products of large sets: those are the backend's float32, which moves the distance by less than 1e-10 of
 * the mean kernel (measured), hence by less than 1e-6 of itself unless the sets agree to 1e-4 of the mean kernel. Rejects with
 * 'invalid-argument' for fewer than two examples on a side or subsets larger than one, 'not-comparable' for features of two kinds,
 * and the signal's reason when aborted.
 */
export async function kernelDistance(options: KernelDistanceOptions): Promise<Score> {
  const { reference, generated } = await readPair(options);
  checkPairs(reference, 'reference');
  checkPairs(generated, 'generated');
  if (options.subsets) checkSubsets(options.subsets, Math.min(reference.length, generated.length));
  const sets = [reference, generated] as const;
  return new Score({
    metric: 'kernel distance',
    better: 'lower',
    ...pairFields(reference, generated),
    ...(options.subsets ? await ofSubsets(sets, options.subsets, options) : await ofAllPairs(sets, options)),
  });
}

function checkPairs({ length }: Features, part: string): void {
  check(length >= 2, 'invalid-argument', () => `${part} must hold at least two examples, of which pairs are made, got ${length}`);
}

type Estimate = Pick<ScoreFields, 'value' | 'interval' | 'estimator' | 'settings'>;

async function ofAllPairs(sets: readonly [Features, Features], { confidence, signal }: KernelDistanceOptions): Promise<Estimate> {
  const sides = await sidesOf(...sets, signal);
  const value = unbiasedDistance(sides);
  const estimate = { value, estimator: 'unbiased, from all pairs' };
  if (sets.some(({ length }) => length < 3)) return estimate;
  return { ...estimate, interval: normalInterval(value, jackknifeError(sides), { confidence, method: 'normal, jackknife' }) };
}

async function ofSubsets(
  sets: readonly [Features, Features],
  subsets: Subsets,
  { confidence, signal }: KernelDistanceOptions,
): Promise<Estimate> {
  const { count, size, seed } = subsets;
  const distances = await subsetDistances(...sets, subsets, signal);
  return {
    ...estimateMean(distances, { confidence, method: `normal, of ${count} subsets` }),
    estimator: 'unbiased, mean over random subsets',
    settings: { subsets: count, 'examples a subset': size, seed },
  };
}
