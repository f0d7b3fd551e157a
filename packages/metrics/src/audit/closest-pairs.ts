import type { NearestLists } from '../neighbors/nearest-lists.ts';

/** Two examples that are near each other: their numbers in their sets, so that both can be shown. */
export interface ClosePair {
  readonly generated: number;
  readonly other: number;
  readonly distance: number;
}

/** The nearest pairs of lists of one neighbor each, nearest first; of equally near ones the first. */
export function closestPairs(lists: NearestLists, count: number): ClosePair[] {
  return pairsOf(lists, lists.squares.keys()).slice(0, count);
}

/** The same within one set, where two that are nearest to each other are one pair. */
export function closestTwins(lists: NearestLists, count: number): ClosePair[] {
  const { indices, squares } = lists;
  const first = (row: number) => row < indices[row]! || indices[indices[row]!] !== row;
  return pairsOf(lists, [...squares.keys()].filter(first)).slice(0, count);
}

function pairsOf({ indices, squares }: NearestLists, rows: Iterable<number>): ClosePair[] {
  const sorted = [...rows].sort((a, b) => squares[a]! - squares[b]! || a - b);
  return sorted.map((row) => ({ generated: row, other: indices[row]!, distance: Math.sqrt(squares[row]!) }));
}
