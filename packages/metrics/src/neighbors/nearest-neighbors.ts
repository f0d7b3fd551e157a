import { check, show } from '@genmodels/core';
import { checkAlike } from '../features/check-alike.ts';
import { type FeaturesLike, toFeatures } from '../features/features.ts';
import { findNearest } from './find-nearest.ts';

export interface NearestNeighborsOptions {
  /** Whose neighbors. */
  readonly of: FeaturesLike;
  /** Where they are looked for. @default the others of `of`: no example is its own neighbor, though its duplicates are its neighbors */
  readonly among?: FeaturesLike;
  /** How many of each. @default 1 */
  readonly k?: number;
  readonly signal?: AbortSignal;
}

/** The nearest neighbors of each example, nearest first: those of example i stand from place i * k on. */
export interface Neighbors {
  readonly k: number;
  /** Which examples they are: [length * k]. */
  readonly indices: Uint32Array;
  /** How far: [length * k], Euclidean. */
  readonly distances: Float64Array;
}

/**
 * The k nearest neighbors by Euclidean distance, found by comparing all with all: exact to float64 and the same on every backend,
 * which does the bulk of the work in float32. Of equally near ones the first in their order. Needs 50 MB beside what it was given
 * and what it gives.
 *
 * Rejects with 'invalid-argument' where there are fewer than k to choose from, 'not-comparable' where the two sets have features
 * of two kinds, and the signal's reason when aborted.
 */
export async function nearestNeighbors({ of: whose, among: where, k = 1, signal }: NearestNeighborsOptions): Promise<Neighbors> {
  const of = await toFeatures(whose, 'of');
  const among = where === undefined ? undefined : await toFeatures(where, 'among');
  if (among !== undefined) checkAlike(of, among, 'of and among');
  const most = among?.length ?? of.length - 1;
  check(
    Number.isInteger(k) && k >= 1 && k <= most,
    'invalid-argument',
    () => `k must be an integer from 1 to the ${most} examples to choose from, got ${show(k)}`,
  );
  const lists = await findNearest({ of, ...(among !== undefined && { among }), k, signal });
  return { k, indices: lists.indices, distances: lists.distances() };
}
