import { check, checkCount } from '@genmodels/core';
import { checkAlike } from '../features/check-alike.ts';
import { type Features, type FeaturesLike, toFeatures } from '../features/features.ts';

/** What precision, recall, density and coverage are measured on. */
export interface ManifoldOptions {
  readonly reference: FeaturesLike;
  readonly generated: FeaturesLike;
  /** The neighbor that a ball reaches to; larger balls reach farther and forgive more. */
  readonly k?: number;
  /** Of the intervals. @default 0.95 */
  readonly confidence?: number;
  readonly signal?: AbortSignal;
}

/** Both sets, read and checked. */
export async function readManifolds(options: ManifoldOptions, k: number): Promise<{ reference: Features; generated: Features }> {
  const reference = await toFeatures(options.reference, 'reference');
  const generated = await toFeatures(options.generated, 'generated');
  checkAlike(reference, generated);
  checkCount('k', k);
  checkReach(reference, 'reference', k);
  return { reference, generated };
}

/** Refuses a set whose examples have fewer than k others. */
export function checkReach({ length }: Features, part: string, k: number): void {
  check(
    length > k,
    'invalid-argument',
    () => `${part} must have more than k = ${k} examples, so that each has a k-th neighbor, got ${length}`,
  );
}
