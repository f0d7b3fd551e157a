import { estimateMean } from '../score/estimate-mean.ts';
import { sampleSet } from '../score/sample-set.ts';
import { Score } from '../score/score.ts';
import type { ScoreFields } from '../score/score-fields.ts';

/** What the reference pictures are called: scores of pictures without a name cannot be compared. */
export interface ReferenceName {
  /** 'MNIST' */
  readonly data?: string;
  /** 'train', 'test', ... */
  readonly split?: string;
}

/** The mean over pictures as a score, with the interval of its standard error. */
export function meanOfPairs(
  measures: Float64Array,
  name: ReferenceName,
  fields: Pick<ScoreFields, 'metric' | 'unit' | 'settings'>,
): Score {
  const count = measures.length;
  return new Score({
    ...fields,
    ...estimateMean(measures, { method: 'normal, over pictures' }),
    better: 'higher',
    estimator: 'mean over pictures',
    samples: { reference: sampleSet(count, name), generated: { count } },
    preprocessing: 'none',
  });
}
