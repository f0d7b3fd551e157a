import type { ScoreFields } from '../score/score-fields.ts';
import { type Features, sampleSetOf } from './features.ts';

type ComparedSet = Pick<Features, 'length' | 'origin'>;

type PairFields = Pick<ScoreFields, 'samples' | 'extractor' | 'preprocessing'>;

/** What a score says of the two sets that were compared, which are alike; moments are sets too. */
export function pairFields(reference: ComparedSet, generated: ComparedSet): PairFields {
  const { extractor, preprocessing } = reference.origin;
  return {
    samples: { reference: sampleSetOf(reference), generated: sampleSetOf(generated) },
    extractor,
    preprocessing,
  };
}
