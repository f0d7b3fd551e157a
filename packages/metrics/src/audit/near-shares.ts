import { type Features, sampleSetOf } from '../features/features.ts';
import { Score } from '../score/score.ts';
import type { Nearness, Shares } from './audit-report.ts';
import { shareWithin } from './choose-nearness.ts';

export interface NearSharesOptions {
  /** 'copies of training examples' */
  readonly what: string;
  /** Of each generated example, to the nearest other. */
  readonly distances: Float64Array;
  readonly nearness: Nearness;
  readonly generated: Features;
  /** Absent where the generated are compared with each other. */
  readonly training?: Features;
}

/** Which shares of the generated examples are equal to another, and nearly so. */
export function nearShares({ what, distances, nearness, generated, training }: NearSharesOptions): Shares {
  const { extractor, preprocessing } = generated.origin;
  const shared = {
    better: 'lower',
    estimator: 'nearest neighbor',
    samples: { ...(training && { training: sampleSetOf(training) }), generated: sampleSetOf(generated) },
    extractor,
    preprocessing,
  } as const;
  const settings = { nearness: nearness.distance };
  const near = shareWithin(distances, nearness.distance);
  return {
    exact: new Score({ ...shared, metric: `exact ${what}`, value: shareWithin(distances, 0) }),
    near: new Score({
      ...shared,
      metric: `near ${what}`,
      value: near,
      [nearness.source === 'given' ? 'settings' : 'chosen']: settings,
    }),
  };
}
