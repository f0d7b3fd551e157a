import { fma } from '../fma';
import { finishTile, SUMS_ROW } from './finish';

/**
 * Rows of a tile. Of the 15 vector registers that V8 hands out on x64, 6 x 8 sums, two columns and one row value take all; without fused
 * multiply-add the product needs a register of its own, which 5 rows leave room for.
 */
export const TILE_ROWS: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 5;

/** Columns in a panel of the right operand, and its bytes. */
export const PANEL: i32 = 8;
export const PANEL_BYTES: usize = 32;

/** Where the rows of `sums` begin. */
@lazy
const SUMS_ROWS: usize = memory.data<u32>([0, SUMS_ROW, 2 * SUMS_ROW, 3 * SUMS_ROW, 4 * SUMS_ROW, 5 * SUMS_ROW]);

/**
 * Sums of products for a tile of `rows` rows and a panel of 8 columns, of which `columns` count.
 *
 * Row i of the left operand is at lefts[i] and its sums go to `c` + outs[i]. The depth is a list of offsets into the left operand, one for
 * each product; the right one goes on by `bStep` bytes. Every sum is made in this order, whatever tile it stands in. Both tables have
 * `TILE_ROWS` entries, even where there are fewer rows: then the last one is repeated. `how` is ADD, FINISH, both or 0; `sums` is room
 * for a tile.
 */
export function multiplyTile(
  lefts: usize, outs: usize, rows: i32, list: usize, listEnd: usize, b: usize, bStep: usize, c: usize, columns: i32,
  how: i32, bias: usize, sums: usize,
): void {
  if (how == 0 && columns >= PANEL) multiplyWide(lefts, outs, list, listEnd, b, bStep, c);
  else {
    if (columns > 4) multiplyWide(lefts, SUMS_ROWS, list, listEnd, b, bStep, sums);
    else multiplyHalf(lefts, SUMS_ROWS, list, listEnd, b, bStep, sums);
    finishTile(sums, rows, outs, c, columns, how, bias);
  }
}

function multiplyWide(lefts: usize, outs: usize, list: usize, listEnd: usize, b: usize, bStep: usize, c: usize): void {
  tile(true, lefts, outs, list, listEnd, b, bStep, c);
}

function multiplyHalf(lefts: usize, outs: usize, list: usize, listEnd: usize, b: usize, bStep: usize, c: usize): void {
  tile(false, lefts, outs, list, listEnd, b, bStep, c);
}

// One loop, not unrolled, and no branch behind it: otherwise V8 before Node 24 moves all loads to the front and runs out of registers,
// which halves the speed.
// The addresses come from memory as they are, because V8 would repeat an addition made before the loop in each of its turns.
@inline
function tile(wide: bool, lefts: usize, outs: usize, list: usize, listEnd: usize, b: usize, bStep: usize, c: usize): void {
  const a0 = load<usize>(lefts), a1 = load<usize>(lefts, 4), a2 = load<usize>(lefts, 8);
  const a3 = load<usize>(lefts, 12), a4 = load<usize>(lefts, 16), a5 = TILE_ROWS > 5 ? load<usize>(lefts, 20) : 0;
  let c00 = f32x4.splat(0), c01 = f32x4.splat(0), c10 = f32x4.splat(0), c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0), c30 = f32x4.splat(0), c31 = f32x4.splat(0);
  let c40 = f32x4.splat(0), c41 = f32x4.splat(0), c50 = f32x4.splat(0), c51 = f32x4.splat(0);
  for (; list != listEnd; list += 4) {
    const k = load<usize>(list), b0 = v128.load(b), b1 = wide ? v128.load(b, 16) : b0;
    let x = v128.load32_splat(a0 + k);
    c00 = fma(x, b0, c00); if (wide) c01 = fma(x, b1, c01);
    x = v128.load32_splat(a1 + k); c10 = fma(x, b0, c10); if (wide) c11 = fma(x, b1, c11);
    x = v128.load32_splat(a2 + k); c20 = fma(x, b0, c20); if (wide) c21 = fma(x, b1, c21);
    x = v128.load32_splat(a3 + k); c30 = fma(x, b0, c30); if (wide) c31 = fma(x, b1, c31);
    x = v128.load32_splat(a4 + k); c40 = fma(x, b0, c40); if (wide) c41 = fma(x, b1, c41);
    if (TILE_ROWS > 5) { x = v128.load32_splat(a5 + k); c50 = fma(x, b0, c50); if (wide) c51 = fma(x, b1, c51); }
    b += bStep;
  }
  put(wide, c + load<usize>(outs), c00, c01);
  put(wide, c + load<usize>(outs, 4), c10, c11);
  put(wide, c + load<usize>(outs, 8), c20, c21);
  put(wide, c + load<usize>(outs, 12), c30, c31);
  put(wide, c + load<usize>(outs, 16), c40, c41);
  if (TILE_ROWS > 5) put(wide, c + load<usize>(outs, 20), c50, c51);
}

@inline
function put(wide: bool, c: usize, left: v128, right: v128): void {
  v128.store(c, left);
  if (wide) v128.store(c, right, 16);
}
