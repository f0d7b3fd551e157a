import { address, arg } from '../../layout';
import { COLUMN_BLOCK, pieces, STRIP } from '../blocks';
import { loadLanes, storeLanes } from '../lanes';

/**
 * The largest number of each block of a column, or the smallest. Arguments: x [outer, size, inner], out [outer, blocks, inner],
 * outer, size, inner, strips a chunk, sign (see `maxRows`).
 */
export function maxColumns(chunk: i32): void {
  const size = arg(3),
    inner = arg(4),
    blocks = pieces(size, COLUMN_BLOCK),
    strips = pieces(inner, STRIP),
    end = min((chunk + 1) * arg(5), arg(2) * blocks * strips);
  for (let strip = chunk * arg(5); strip < end; strip++) {
    const block = strip / strips,
      first = (block % blocks) * COLUMN_BLOCK,
      column = (strip % strips) * STRIP;
    const from = address(0) + ((<usize>(block / blocks * size + first) * inner + column) << 2);
    maxStrip(from, min(size - first, COLUMN_BLOCK), address(1) + ((<usize>block * inner + column) << 2), inner - column);
  }
}

/** Sixteen columns, or what is left of them. */
@inline
function maxStrip(from: usize, rows: i32, to: usize, width: i32): void {
  const stride = (<usize>arg(4)) << 2,
    sign = i32x4.splat(arg(6));
  if (width >= STRIP) maxLine(from, rows, stride, to, sign);
  else for (; width > 0; width -= 4, from += 16, to += 16) maxLanes(from, rows, stride, to, width, sign);
}

@inline
function maxLine(from: usize, rows: i32, stride: usize, to: usize, sign: v128): void {
  let a = f32x4.splat(-Infinity), b = a, c = a, d = a;
  for (; rows > 0; rows--, from += stride) {
    a = f32x4.max(a, v128.xor(v128.load(from), sign));
    b = f32x4.max(b, v128.xor(v128.load(from + 16), sign));
    c = f32x4.max(c, v128.xor(v128.load(from + 32), sign));
    d = f32x4.max(d, v128.xor(v128.load(from + 48), sign));
  }
  v128.store(to, v128.xor(a, sign));
  v128.store(to + 16, v128.xor(b, sign));
  v128.store(to + 32, v128.xor(c, sign));
  v128.store(to + 48, v128.xor(d, sign));
}

@inline
function maxLanes(from: usize, rows: i32, stride: usize, to: usize, width: i32, sign: v128): void {
  const lowest = f32x4.splat(-Infinity);
  let largest = lowest;
  for (; rows > 0; rows--, from += stride) largest = f32x4.max(largest, v128.xor(loadLanes(from, width, lowest), sign));
  storeLanes(to, width, v128.xor(largest, sign));
}
