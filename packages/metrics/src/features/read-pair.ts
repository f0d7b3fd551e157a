import { checkConfidence } from '../score/check-confidence.ts';
import { checkAlike } from './check-alike.ts';
import { type Features, type FeaturesLike, toFeatures } from './features.ts';

/** What is compared with what. */
export interface Pair {
  readonly reference: Features;
  readonly generated: Features;
}

interface PairOptions {
  readonly reference: FeaturesLike;
  readonly generated: FeaturesLike;
  readonly confidence?: number;
}

/** Both sets, read and checked, and before any long work the confidence of the intervals. Throws what `toFeatures` and `checkAlike` throw. */
export async function readPair({ confidence = 0.95, ...given }: PairOptions): Promise<Pair> {
  checkConfidence(confidence);
  const reference = await toFeatures(given.reference, 'reference');
  const generated = await toFeatures(given.generated, 'generated');
  checkAlike(reference, generated);
  return { reference, generated };
}
