import type { Features } from '../features/features.ts';
import type { Interval } from '../score/interval.ts';
import { wilsonInterval } from '../score/wilson-interval.ts';
import { countInBalls } from './ball-counts.ts';
import { squaredNeighborRadii } from './neighbor-radii.ts';

export interface ManifoldShareOptions {
  readonly points: Features;
  readonly manifold: Features;
  readonly k: number;
  readonly confidence?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The share of the points inside the manifold that another set spans (Kynkäänniemi et al. 2019, equation 1). The interval knows how
 * few the points are, and takes the balls for given: were those that span them drawn anew, with replacement, most would find a copy
 * of themselves at distance 0, and the balls would shrink.
 */
export async function manifoldShare(options: ManifoldShareOptions): Promise<{ value: number; interval: Interval }> {
  const { points, manifold: centres, k, confidence, signal } = options;
  const squaredRadii = await squaredNeighborRadii(centres, k, signal);
  const { ofPoints } = await countInBalls({ points, centres, squaredRadii, signal });
  const hits = ofPoints.reduce((sum, balls) => sum + Math.sign(balls), 0);
  const interval = wilsonInterval(hits, points.length, confidence);
  return { value: hits / points.length, interval: { ...interval, method: `${interval.method}, balls kept` } };
}
