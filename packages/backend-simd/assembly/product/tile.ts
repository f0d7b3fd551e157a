import { fma } from '../fma';
import { ROWS } from './shape';

/**
 * `rows` x 8 sums of `depth` products, in order of depth, stored to `c`.
 * Row i of the left operand starts at `a<i>` and moves on by `aStep` bytes, the panel's row of 8 at `b` by `bStep`; `cRow` is in bytes.
 *
 * The row addresses are arguments because V8 would compute `a + i * aRow` anew in each turn of the loop, and the loop is not unrolled because older V8
 * (Node 22 and before) then moves all loads to the front and spills. Every number of rows does the same arithmetic, so a value does not depend on its tile.
 */
// @ts-ignore: decorator
@inline
function tile(
  rows: i32, a0: usize, a1: usize, a2: usize, a3: usize, a4: usize, a5: usize, aStep: usize,
  b: usize, bStep: usize, depth: i32, c: usize, cRow: usize,
): void {
  let c00 = f32x4.splat(0), c01 = f32x4.splat(0), c10 = f32x4.splat(0), c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0), c30 = f32x4.splat(0), c31 = f32x4.splat(0);
  let c40 = f32x4.splat(0), c41 = f32x4.splat(0), c50 = f32x4.splat(0), c51 = f32x4.splat(0);
  const end = aStep * <usize>depth;
  for (let k: usize = 0; k < end; k += aStep) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let a = v128.load32_splat(a0 + k);
    c00 = fma(a, b0, c00); c01 = fma(a, b1, c01);
    if (rows > 1) { a = v128.load32_splat(a1 + k); c10 = fma(a, b0, c10); c11 = fma(a, b1, c11); }
    if (rows > 2) { a = v128.load32_splat(a2 + k); c20 = fma(a, b0, c20); c21 = fma(a, b1, c21); }
    if (rows > 3) { a = v128.load32_splat(a3 + k); c30 = fma(a, b0, c30); c31 = fma(a, b1, c31); }
    if (rows > 4) { a = v128.load32_splat(a4 + k); c40 = fma(a, b0, c40); c41 = fma(a, b1, c41); }
    if (rows > 5) { a = v128.load32_splat(a5 + k); c50 = fma(a, b0, c50); c51 = fma(a, b1, c51); }
    b += bStep;
  }
  v128.store(c, c00); v128.store(c, c01, 16);
  if (rows > 1) { c += cRow; v128.store(c, c10); v128.store(c, c11, 16); }
  if (rows > 2) { c += cRow; v128.store(c, c20); v128.store(c, c21, 16); }
  if (rows > 3) { c += cRow; v128.store(c, c30); v128.store(c, c31, 16); }
  if (rows > 4) { c += cRow; v128.store(c, c40); v128.store(c, c41, 16); }
  if (rows > 5) { c += cRow; v128.store(c, c50); v128.store(c, c51, 16); }
}

function tile1(a0: usize, a1: usize, a2: usize, a3: usize, a4: usize, a5: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(1, a0, a1, a2, a3, a4, a5, aStep, b, bStep, depth, c, cRow);
}
function tile2(a0: usize, a1: usize, a2: usize, a3: usize, a4: usize, a5: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(2, a0, a1, a2, a3, a4, a5, aStep, b, bStep, depth, c, cRow);
}
function tile3(a0: usize, a1: usize, a2: usize, a3: usize, a4: usize, a5: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(3, a0, a1, a2, a3, a4, a5, aStep, b, bStep, depth, c, cRow);
}
function tile4(a0: usize, a1: usize, a2: usize, a3: usize, a4: usize, a5: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(4, a0, a1, a2, a3, a4, a5, aStep, b, bStep, depth, c, cRow);
}
function tile5(a0: usize, a1: usize, a2: usize, a3: usize, a4: usize, a5: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(5, a0, a1, a2, a3, a4, a5, aStep, b, bStep, depth, c, cRow);
}
function tile6(a0: usize, a1: usize, a2: usize, a3: usize, a4: usize, a5: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(6, a0, a1, a2, a3, a4, a5, aStep, b, bStep, depth, c, cRow);
}

/** One tile of 1 to `ROWS` rows, `aRow` bytes apart in the left operand. */
// @ts-ignore: decorator
@inline
export function multiplyTile(rows: i32, a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  const a1 = a + aRow, a2 = a1 + aRow, a3 = a2 + aRow, a4 = a3 + aRow, a5 = a4 + aRow;
  if (rows == ROWS) {
    if (ROWS == 6) tile6(a, a1, a2, a3, a4, a5, aStep, b, bStep, depth, c, cRow);
    else tile5(a, a1, a2, a3, a4, a4, aStep, b, bStep, depth, c, cRow);
  } else if (rows == 4) tile4(a, a1, a2, a3, a, a, aStep, b, bStep, depth, c, cRow);
  else if (rows == 3) tile3(a, a1, a2, a, a, a, aStep, b, bStep, depth, c, cRow);
  else if (rows == 5) tile5(a, a1, a2, a3, a4, a, aStep, b, bStep, depth, c, cRow);
  else if (rows == 2) tile2(a, a1, a, a, a, a, aStep, b, bStep, depth, c, cRow);
  else tile1(a, a, a, a, a, a, aStep, b, bStep, depth, c, cRow);
}
