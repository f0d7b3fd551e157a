import { quantile } from '../score/quantile.ts';

/** A distance, and the share of examples that are at most so far. */
export interface DistanceQuantile {
  readonly share: number;
  readonly distance: number;
}

/** From the nearest to the farthest. */
export function distanceQuantiles(distances: Float64Array): DistanceQuantile[] {
  const sorted = distances.slice().sort();
  return [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1].map((share) => ({ share, distance: quantile(sorted, share) }));
}
