import { nextRows, ROWS } from './shape';

/** Bytes between neighbouring depths of a strip. */
const STEP: usize = <usize>ROWS << 2;

/**
 * Packs a transposed A, [depth, rows] with rows `aStep` bytes apart, into the strips that tiles read: [tile][depth][ROWS]. Writes the address
 * of each of A's rows to `table` and returns the bytes they move on by. Depth is the outer loop, so that the source is read from end to end.
 */
export function packStrips(a: usize, aStep: usize, rows: i32, depth: i32, table: usize, strips: usize): usize {
  const strip = <usize>depth * STEP, full = rows >= 2 * ROWS ? rows / ROWS - 1 : 0;
  for (let k: usize = 0; k < <usize>depth; k++) {
    let from = a + k * aStep, to = strips + k * STEP;
    for (let tile = 0; tile < full; tile++) { copyFull(from, to); from += STEP; to += strip; }
  }
  for (let i = 0, count = 0, at = strips; i < rows; i += count, at += strip) {
    count = nextRows(rows - i);
    if (i >= full * ROWS) packStrip(a + (<usize>i << 2), aStep, count, depth, at);
    for (let row = 0; row < count; row++) store<usize>(table + (<usize>(i + row) << 2), at + (<usize>row << 2));
  }
  return STEP;
}

@inline
function copyFull(from: usize, to: usize): void {
  v128.store(to, v128.load(from));
  if (ROWS == 6) store<u64>(to, load<u64>(from, 16), 16);
  else store<u32>(to, load<u32>(from, 16), 16);
}

function packStrip(a: usize, aStep: usize, rows: i32, depth: i32, target: usize): void {
  for (let k = 0; k < depth; k++) {
    for (let i: usize = 0; i < <usize>rows << 2; i += 4) store<f32>(target + i, load<f32>(a + i));
    a += aStep; target += STEP;
  }
}
