import { check, checkCount } from '@genmodels/core';
import type { Features, FeaturesLike } from '../features/features.ts';
import { type Pair, readPair } from '../features/read-pair.ts';

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

/** Both sets, read and checked, the reference with balls that reach to a k-th neighbor. */
export async function readManifolds(options: ManifoldOptions, k: number): Promise<Pair> {
  const pair = await readPair(options);
  checkCount('k', k);
  checkReach(pair.reference, 'reference', k);
  return pair;
}

/** Refuses a set whose examples have fewer than k others. */
export function checkReach({ length }: Features, part: string, k: number): void {
  check(
    length > k,
    'invalid-argument',
    () => `${part} must have more than k = ${k} examples, so that each has a k-th neighbor, got ${length}`,
  );
}
