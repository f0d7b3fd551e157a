import { describeExtractor } from '../features/extractor.ts';
import { formatNumber } from '../score/format-number.ts';
import { describeSampleSet } from '../score/sample-set.ts';
import type { AuditReport } from './audit-report.ts';
import type { DistanceQuantile } from './distance-quantiles.ts';
import type { SupportEstimate } from './estimate-support.ts';

/** The report in lines for a terminal: what was found, what it was measured against, and what cannot be said. */
export function describeAudit(report: AuditReport): string[] {
  return [
    `audit of ${describeSets(report)}`,
    `copies: ${describeCopies(report)}`,
    `memorisation: ${describeMemorisation(report)}`,
    `distances to the nearest training example: ${describeDistances(report)}`,
    `repeats: ${describeRepeats(report)}`,
    `support: ${describeSupport(report)}`,
  ];
}

function describeSets({ samples, extractor, preprocessing }: AuditReport): string {
  const { generated, training, heldOut } = samples;
  const others = heldOut === undefined ? 'no held-out examples' : `${describeSampleSet(heldOut)} held out`;
  const sets = `${describeSampleSet(generated)} against ${describeSampleSet(training)}, ${others}`;
  return `${sets}; features ${describeExtractor(extractor)}; preprocessing ${preprocessing}`;
}

function describeCopies({ copies, nearness }: AuditReport): string {
  const { distance, source, heldOutShare } = nearness;
  const exact = `${percent(copies.exact.value)} equal a training example`;
  if (source === 'equal only') return `${exact}; give held-out examples or a nearness to find near ones`;
  const usual = heldOutShare === undefined ? '' : `, of held-out ones ${percent(heldOutShare)}`;
  return `${exact}, ${percent(copies.near.value)} are within ${formatNumber(distance)} of one (${source})${usual}`;
}

function describeMemorisation({ memorisation }: AuditReport): string {
  if (memorisation === undefined) return 'not tested, without held-out examples';
  const { z, share } = memorisation;
  const farther = `farther from the training set than held-out ones in ${percent(share)} of pairs, z ${formatNumber(z)}`;
  if (z < -3) return `${farther}: too near, so copied, or blurred if these are pixels: look at the pairs`;
  return z > 3 ? `${farther}: not copied, but farther off than real examples` : `${farther}: no sign of copying`;
}

function describeDistances({ distances }: AuditReport): string {
  const heldOut = distances.heldOut === undefined ? '' : `; held out ${describeQuantiles(distances.heldOut)}`;
  return `generated ${describeQuantiles(distances.generated)}${heldOut}`;
}

function describeQuantiles(quantiles: readonly DistanceQuantile[]): string {
  const at = (share: number) => formatNumber(quantiles.find((each) => each.share === share)!.distance);
  return `median ${at(0.5)}, nearest ${at(0)}, 1 % within ${at(0.01)}`;
}

function describeRepeats({ repeats, nearness }: AuditReport): string {
  const exact = `${percent(repeats.exact.value)} of the generated equal another`;
  if (nearness.distance === 0) return exact;
  return `${exact}, ${percent(repeats.near.value)} are within ${formatNumber(nearness.distance)} of another`;
}

function describeSupport({ support: { generated, heldOut }, nearness }: AuditReport): string {
  const what = nearness.distance === 0 ? 'equal' : 'near';
  const estimate = describeEstimate(generated, what);
  if (heldOut === undefined) return estimate;
  // Real examples are near each other now and then: what they show is all that this test can tell.
  const fewer = generated.high !== undefined && generated.high < heldOut.low;
  const verdict = fewer ? 'fewer than among the held-out' : 'no sign of fewer than among the held-out';
  return `${estimate}: ${verdict}, by the same test ${describeEstimate(heldOut, what)}`;
}

function describeEstimate({ count, pairs, size, low, high, confidence }: SupportEstimate, what: string): string {
  const found = `${pairs === 0 ? 'no' : whole(pairs)} ${what} pairs among ${whole(count)}`;
  const sure = `${100 * confidence} %`;
  if (size === undefined) return `at least ${whole(low)} different examples (${sure}, ${found})`;
  return `about ${whole(size)} [${whole(low)}, ${whole(high!)}] different examples (${sure}, ${found})`;
}

function percent(share: number): string {
  return `${formatNumber(100 * share)} %`;
}

function whole(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
