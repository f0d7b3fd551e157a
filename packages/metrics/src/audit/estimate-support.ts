import type { Features } from '../features/features.ts';
import { countInBalls } from '../neighbors/ball-counts.ts';
import { poissonInterval } from './poisson-interval.ts';

/** How many different examples there probably are, judged by how often two of them are the same. */
export interface SupportEstimate {
  /** Examples that were compared, all with all. */
  readonly count: number;
  /** Pairs of them that are as near as the audit's nearness. */
  readonly pairs: number;
  /** The estimate; absent where no pair was found, so that there is no telling how many more there are. */
  readonly size?: number;
  /** The support is at least so large, by the interval. */
  readonly low: number;
  /** And at most so large; absent where no pair was found. */
  readonly high?: number;
  readonly confidence: number;
}

/**
 * The birthday paradox turned round (Arora and Zhang 2017, 1706.08224): of N equally likely examples, n hold n (n - 1) / 2N equal
 * pairs on average, so N is about n (n - 1) / 2 divided by the pairs that were found. Where some are likelier than others, N is the
 * number of equally likely ones that would repeat as often: less than all there are. The interval is that of a Poisson count, and
 * too narrow there.
 */
export async function estimateSupport(set: Features, nearness: number, signal?: AbortSignal): Promise<SupportEstimate> {
  const squaredRadii = new Float64Array(set.length).fill(nearness ** 2);
  const { ofPoints } = await countInBalls({ points: set, centres: set, squaredRadii, signal });
  const pairs = (ofPoints.reduce((sum, balls) => sum + balls, 0) - set.length) / 2; // each lies in its own ball
  return supportOf(set.length, pairs);
}

/** From the count of pairs. */
export function supportOf(count: number, pairs: number, confidence = 0.95): SupportEstimate {
  const all = (count * (count - 1)) / 2;
  const { low, high } = poissonInterval(pairs, confidence);
  return { count, pairs, ...(pairs > 0 && { size: all / pairs, high: all / low }), low: all / high, confidence };
}
