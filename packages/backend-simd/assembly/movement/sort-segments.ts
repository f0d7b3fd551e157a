import { address, arg } from '../layout';

/**
 * Sorts rows by their segments, the rows of a segment in their order; rows of no segment are left out.
 * Arguments: segments of the rows, rows, segments, starts (out: segments + 2 words; segment s has the places starts[s] to
 * starts[s + 1]), order (out: a row for each place). One chunk.
 */
export function sortSegments(_: i32): void {
  const segmentOf = address(0),
    rows = arg(1),
    segments = <u32>arg(2),
    starts = address(3),
    order = address(4);
  memory.fill(starts, 0, (<usize>segments + 2) << 2);
  for (let row = 0; row < rows; row++) {
    const segment = load<u32>(segmentOf + (<usize>row << 2));
    if (segment < segments) increment(starts + ((<usize>segment + 2) << 2)); // the sizes, two places further on
  }
  for (let s: usize = 2, at = starts + 8; s <= segments; s++, at += 4) store<i32>(at, load<i32>(at) + load<i32>(at - 4));
  for (let row = 0; row < rows; row++) {
    const segment = load<u32>(segmentOf + (<usize>row << 2));
    if (segment < segments) store<i32>(order + (<usize>increment(starts + ((<usize>segment + 1) << 2)) << 2), row);
  }
}

/** Adds one; returns what was there before. */
@inline
function increment(at: usize): i32 {
  const value = load<i32>(at);
  store<i32>(at, value + 1);
  return value;
}
