import { type Features, sampleSetOf } from '../features/features.ts';
import type { ScoreFields } from '../score/score-fields.ts';

/** What precision, recall, density and coverage say alike. */
export function manifoldFields(
  reference: Features,
  generated: Features,
  k: number,
): Pick<ScoreFields, 'better' | 'estimator' | 'samples' | 'extractor' | 'preprocessing' | 'settings'> {
  const { extractor, preprocessing } = reference.origin;
  return {
    better: 'higher',
    estimator: 'k-nearest-neighbor balls',
    samples: { reference: sampleSetOf(reference), generated: sampleSetOf(generated) },
    extractor,
    preprocessing,
    settings: { k },
  };
}
