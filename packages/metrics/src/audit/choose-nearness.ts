import { quantile } from '../score/quantile.ts';
import type { Nearness } from './audit-report.ts';

/** The share of held-out examples that may be called near to the training set without being copies. */
const SHARE = 0.01;

/** What was given, else what the distances of held-out examples to the training set say. */
export function chooseNearness(given: number | undefined, heldOut: Float64Array | undefined): Nearness {
  if (given === undefined && heldOut === undefined) return { distance: 0, source: 'equal only' };
  const distance = given ?? quantile(heldOut!.slice().sort(), SHARE);
  const source = given === undefined ? `${100 * SHARE} % quantile of held-out to training` : 'given';
  return { distance, source, ...(heldOut && { heldOutShare: shareWithin(heldOut, distance) }) };
}

/** The share of distances of at most `bound`. */
export function shareWithin(distances: Float64Array, bound: number): number {
  return distances.filter((distance) => distance <= bound).length / distances.length;
}
