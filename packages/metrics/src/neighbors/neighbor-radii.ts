import type { Features } from '../features/features.ts';
import { findNearest } from './find-nearest.ts';

/** The squared distance of each example to the k-th nearest of the others; duplicates are others. */
export async function squaredNeighborRadii(of: Features, k: number, signal?: AbortSignal): Promise<Float64Array> {
  const lists = await findNearest({ of, k, signal });
  return Float64Array.from({ length: of.length }, (_, row) => lists.farthest(row));
}
