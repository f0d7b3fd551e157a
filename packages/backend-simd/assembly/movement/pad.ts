import { address, arg } from '../layout';
import { copyRun, fillRun } from './run';

const AXES: i32 = 9;
const AXIS_WORDS: i32 = 4;

/**
 * A box inside a larger one that is filled with a value. Rows are those of the output, along its last axis.
 * Arguments: x, out, rows, rows a chunk, bytes of a row before, of and behind the box, the value as a pattern of four bytes, the
 * number of other axes, and for each, the last one first, its extent in the output, the places before the box, those of the box,
 * and its stride in x in bytes.
 */
export function padRows(chunk: i32): void {
  const before = address(4),
    within = address(5),
    after = address(6),
    pattern = arg(7);
  const begin = chunk * arg(3),
    end = min(begin + arg(3), arg(2)),
    bytes = before + within + after;
  let to = address(1) + <usize>begin * bytes;
  for (let row = begin; row < end; row++, to += bytes) {
    const from = sourceOf(row);
    if (from == 0) {
      fillRun(to, bytes, pattern);
    } else {
      fillRun(to, before, pattern);
      copyRun(to + before, from, within);
      fillRun(to + before + within, after, pattern);
    }
  }
}

/** Where the row's part of the box begins in x, or 0 for a row beside the box. */
function sourceOf(row: i32): usize {
  let from = address(0);
  for (let axis = AXES, end = AXES + AXIS_WORDS * arg(8); axis < end; axis += AXIS_WORDS) {
    const extent = arg(axis),
      next = row / extent,
      place = row - next * extent - arg(axis + 1);
    if (<u32>place >= <u32>arg(axis + 2)) return 0;
    from += <usize>place * address(axis + 3);
    row = next;
  }
  return from;
}
