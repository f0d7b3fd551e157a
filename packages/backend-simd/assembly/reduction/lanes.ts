// Vectors at the end of a row, of which only some lanes belong to it.

/** The first `count` of four numbers, all of them from 4 on; the other lanes hold those of `rest`. */
@inline
export function loadLanes(from: usize, count: i32, rest: v128): v128 {
  if (count >= 4) return v128.load(from);
  if (count == 3) return v128.load32_lane(from + 8, v128.load64_lane(from, rest, 0), 2);
  return count == 2 ? v128.load64_lane(from, rest, 0) : v128.load32_lane(from, rest, 0);
}

/** Writes the first `count` of four numbers, all of them from 4 on. */
@inline
export function storeLanes(to: usize, count: i32, lanes: v128): void {
  if (count >= 4) return v128.store(to, lanes);
  if (count == 1) return v128.store32_lane(to, lanes, 0);
  v128.store64_lane(to, lanes, 0);
  if (count == 3) v128.store32_lane(to + 8, lanes, 2);
}
