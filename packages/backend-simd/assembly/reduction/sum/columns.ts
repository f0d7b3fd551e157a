import { address, arg } from '../../layout';
import { COLUMN_BLOCK, pieces, STRIP } from '../blocks';
import { addFour, pairAt } from './pairs';

/**
 * Sums of columns. Arguments: x [outer, size, inner], out, outer, size, inner, strips a chunk, divisor.
 * Where a column is one block, out is float32 [outer, inner]; else it is float64 [outer, blocks, inner], for `sumBlocks` to add up and divide.
 */
export function sumColumns(chunk: i32): void {
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
    sumStrip(from, min(size - first, COLUMN_BLOCK), <usize>block * inner + column, inner - column);
  }
}

/** Sixteen columns, or what is left of them: in memory from `from`, in the result from number `to`. */
@inline
function sumStrip(from: usize, rows: i32, to: usize, width: i32): void {
  const stride = (<usize>arg(4)) << 2;
  if (width >= STRIP) sumLine(from, rows, stride, to);
  else for (; width > 0; width -= 2, from += 8, to += 2) sumPair(from, rows, stride, to, width);
}

function sumLine(from: usize, rows: i32, stride: usize, to: usize): void {
  let a = f64x2.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
  for (; rows > 0; rows--, from += stride) {
    a = f64x2.add(a, pairAt(from));
    b = f64x2.add(b, pairAt(from + 8));
    c = f64x2.add(c, pairAt(from + 16));
    d = f64x2.add(d, pairAt(from + 24));
    e = f64x2.add(e, pairAt(from + 32));
    f = f64x2.add(f, pairAt(from + 40));
    g = f64x2.add(g, pairAt(from + 48));
    h = f64x2.add(h, pairAt(from + 56));
  }
  put(to, a, 2);
  put(to + 2, b, 2);
  put(to + 4, c, 2);
  put(to + 6, d, 2);
  put(to + 8, e, 2);
  put(to + 10, f, 2);
  put(to + 12, g, 2);
  put(to + 14, h, 2);
}

/** Two columns, or one where it is the last; four rows at once, as an addition has to wait for the one before it. */
function sumPair(from: usize, rows: i32, stride: usize, to: usize, width: i32): void {
  let a = f64x2.splat(0), b = a, c = a, d = a;
  for (; rows >= 4; rows -= 4, from += stride << 2) {
    a = f64x2.add(a, someAt(from, width));
    b = f64x2.add(b, someAt(from + stride, width));
    c = f64x2.add(c, someAt(from + (stride << 1), width));
    d = f64x2.add(d, someAt(from + stride * 3, width));
  }
  for (; rows > 0; rows--, from += stride) a = f64x2.add(a, someAt(from, width));
  put(to, addFour(a, b, c, d), width);
}

@inline
function someAt(from: usize, width: i32): v128 {
  return width == 1 ? f64x2.promote_low_f32x4(v128.load32_zero(from)) : pairAt(from);
}

/** Writes the sums of columns `to` and `to` + 1, or of the first alone. */
function put(to: usize, sums: v128, width: i32): void {
  const out = address(1);
  if (arg(3) > COLUMN_BLOCK) {
    if (width == 1) v128.store64_lane(out + (to << 3), sums, 0);
    else v128.store(out + (to << 3), sums);
  } else {
    const result = f32x4.demote_f64x2_zero(f64x2.div(sums, f64x2.splat(arg(6))));
    if (width == 1) v128.store32_lane(out + (to << 2), result, 0);
    else v128.store64_lane(out + (to << 2), result, 0);
  }
}
