import type { Features } from '../features/features.ts';
import { eachNear } from './each-near.ts';
import { errorBound } from './error-bound.ts';
import { NearestLists } from './nearest-lists.ts';
import { productBlocks } from './product-blocks.ts';
import { backendRounding } from './rounding.ts';
import { spaceOf } from './space.ts';
import { squaredDistance } from './squared-distance.ts';

export interface NearestSearch {
  readonly of: Features;
  /** @default the others of `of` */
  readonly among?: Features;
  readonly k: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The k nearest of each row, exactly. The backend's products only sieve: whoever could be nearer than the k-th so far, were the
 * products wrong by all they can be, is measured in float64.
 */
export async function findNearest({ of, among = of, k, signal }: NearestSearch): Promise<NearestLists> {
  const others = among === of;
  const space = spaceOf(of, among);
  const { relative, absolute } = errorBound(of.width, await backendRounding());
  const lists = new NearestLists(of.length, k);
  for await (const block of productBlocks(of, among, space, signal)) {
    const { rows, columns } = block;
    const limit = (row: number) =>
      lists.farthest(rows.first + row) * space.scale ** 2 - (1 - relative) * rows.squares[row]! + absolute;
    const visit = (row: number, column: number) => {
      const [i, j] = [rows.first + row, columns.first + column];
      if (!others || i !== j) lists.offer(i, j, squaredDistance(of, i, among, j));
      return limit(row);
    };
    eachNear(block, { terms: columns.squares.map((square) => (1 - relative) * square), limit, visit });
  }
  return lists;
}
