import { pairFields } from '../features/pair-fields.ts';
import type { Pair } from '../features/read-pair.ts';
import type { ScoreFields } from '../score/score-fields.ts';

/** What precision, recall, density and coverage say alike. */
export function manifoldFields({ reference, generated }: Pair, k: number): Omit<ScoreFields, 'metric' | 'value'> {
  return { better: 'higher', estimator: 'k-nearest-neighbor balls', ...pairFields(reference, generated), settings: { k } };
}
