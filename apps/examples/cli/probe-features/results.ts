import type { Probed } from './measure.ts';
import { type RepresentationName, representationNames } from './representations.ts';
import { type Spread, spreadOf } from './spread.ts';

/** What the probes of each representation came to. */
export type Results = Readonly<Record<RepresentationName, { readonly probed: readonly Probed[] }>>;

/** The numbers of labels in the order in which they were asked for; all there are come last. */
export function labelCounts(probed: readonly Probed[]): number[] {
  return [...new Set(probed.map(({ labels }) => labels))];
}

/** Percent of the test examples that are recognised with so many labels, over the draws. */
export function accuracyOf(probed: readonly Probed[], labels: number): Spread {
  return spreadOf(percents(probed, labels));
}

/** Points by which a representation is better than raw pixels, draw by draw. */
export function gainOf(results: Results, name: RepresentationName, labels: number): Spread {
  const raw = percents(results.pixels.probed, labels);
  return spreadOf(percents(results[name].probed, labels).map((percent, draw) => percent - raw[draw]!));
}

/** All that were learned, the best with so many labels first. */
export function rankLearned(results: Results, labels: number): RepresentationName[] {
  const meanOf = (name: RepresentationName) => accuracyOf(results[name].probed, labels).mean;
  return representationNames.filter((name) => name !== 'pixels').sort((a, b) => meanOf(b) - meanOf(a));
}

function percents(probed: readonly Probed[], labels: number): number[] {
  return probed.filter((one) => one.labels === labels).map(({ accuracy }) => 100 * accuracy);
}
