import { checkCount } from '@genmodels/core';
import { sampleSetOf } from '../features/features.ts';
import { findNearest } from '../neighbors/find-nearest.ts';
import { type AuditedSets, type AuditOptions, readAuditedSets } from './audit-options.ts';
import type { AuditReport } from './audit-report.ts';
import { chooseNearness } from './choose-nearness.ts';
import { closestPairs, closestTwins } from './closest-pairs.ts';
import { distanceQuantiles } from './distance-quantiles.ts';
import { estimateSupport } from './estimate-support.ts';
import { nearShares } from './near-shares.ts';
import { rankTest } from './rank-test.ts';

/**
 * Looks whether a generator copies its training examples, and whether it has more than a few of its own.
 *
 * - `copies`, `repeats`: which shares of the generated are equal, and nearly so, to a training example and to another generated one.
 * - `memorisation`: whether generated examples are nearer to the training set than held-out ones are, by ranks (Meehan et al. 2020,
 *   2004.05675, the statistic over the whole space; here z makes allowance for repeats, which are no evidence of their own). z below
 *   about -3 is copying; above 3 they are farther off than real ones are.
 * - `support`: how many different examples there are, by the birthday paradox (Arora and Zhang 2017, 1706.08224).
 *
 * It sees what the features see, so audit by pixels and by features: by pixels a copy shifted by one is none; and blurred samples
 * are nearer to everything than sharp ones, which z takes for copying. Look at the closest pairs before you judge.
 *
 * Compares all with all. Rejects with 'not-comparable' where the features differ in kind, and the signal's reason when aborted.
 */
export async function audit(options: AuditOptions): Promise<AuditReport> {
  const { pairs = 16, signal } = options;
  checkCount('pairs', pairs);
  const sets = await readAuditedSets(options);
  const { generated, training, heldOut } = sets;
  const toTraining = await findNearest({ of: generated, among: training, k: 1, signal });
  const toEachOther = await findNearest({ of: generated, k: 1, signal });
  const distances = toTraining.distances();
  const heldOutDistances = heldOut && (await findNearest({ of: heldOut, among: training, k: 1, signal })).distances();
  const nearness = chooseNearness(options.nearness, heldOutDistances);
  const near = { nearness, generated };
  const support = await estimateSupport(generated, nearness.distance, signal);
  return {
    ...describeSets(sets),
    nearness,
    copies: nearShares({ ...near, what: 'copies of training examples', distances, training }),
    repeats: nearShares({ ...near, what: 'repeats of generated examples', distances: toEachOther.distances() }),
    distances: {
      generated: distanceQuantiles(distances),
      ...(heldOutDistances && { heldOut: distanceQuantiles(heldOutDistances) }),
    },
    ...(heldOutDistances && { memorisation: rankTest(distances, heldOutDistances, support.pairs) }),
    support: {
      generated: support,
      ...(heldOut && { heldOut: await estimateSupport(heldOut, nearness.distance, signal) }),
    },
    closest: { toTraining: closestPairs(toTraining, pairs), amongGenerated: closestTwins(toEachOther, pairs) },
  };
}

function describeSets({
  generated,
  training,
  heldOut,
}: AuditedSets): Pick<AuditReport, 'samples' | 'extractor' | 'preprocessing'> {
  const { extractor, preprocessing } = training.origin;
  const samples = { generated: sampleSetOf(generated), training: sampleSetOf(training) };
  return { samples: { ...samples, ...(heldOut && { heldOut: sampleSetOf(heldOut) }) }, extractor, preprocessing };
}
