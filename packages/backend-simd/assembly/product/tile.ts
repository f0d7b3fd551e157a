import { fma } from '../fma';

/**
 * `count` rows x 8 columns of C: sums of `depth` products each, in order of depth, stored to `c`.
 * `rows` is a table of the addresses of the left operand's rows, which move on by `aStep` bytes; the right operand's 8 values at `b` move on by `bStep`.
 *
 * The shape keeps V8's loop free of spills. Row addresses come from memory, for V8 would compute `a + i * aRow` anew in each turn. The loop tests before its
 * body, is not unrolled, and only plain stores follow it, for otherwise V8 of Node 20 and 22 loads all operands first and has no registers for the sums.
 * The arithmetic is the same for every `count`, so a value does not depend on the tile it is in.
 */
@inline
function tile(count: i32, rows: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  const a0 = load<usize>(rows), a1 = load<usize>(rows, 4), a2 = load<usize>(rows, 8), a3 = load<usize>(rows, 12), a4 = load<usize>(rows, 16), a5 = load<usize>(rows, 20);
  let c00 = f32x4.splat(0), c01 = f32x4.splat(0), c10 = f32x4.splat(0), c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0), c30 = f32x4.splat(0), c31 = f32x4.splat(0);
  let c40 = f32x4.splat(0), c41 = f32x4.splat(0), c50 = f32x4.splat(0), c51 = f32x4.splat(0);
  const end = aStep * <usize>depth;
  for (let k: usize = 0; k < end; k += aStep) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let a = v128.load32_splat(a0 + k);
    c00 = fma(a, b0, c00); c01 = fma(a, b1, c01);
    if (count > 1) { a = v128.load32_splat(a1 + k); c10 = fma(a, b0, c10); c11 = fma(a, b1, c11); }
    if (count > 2) { a = v128.load32_splat(a2 + k); c20 = fma(a, b0, c20); c21 = fma(a, b1, c21); }
    if (count > 3) { a = v128.load32_splat(a3 + k); c30 = fma(a, b0, c30); c31 = fma(a, b1, c31); }
    if (count > 4) { a = v128.load32_splat(a4 + k); c40 = fma(a, b0, c40); c41 = fma(a, b1, c41); }
    if (count > 5) { a = v128.load32_splat(a5 + k); c50 = fma(a, b0, c50); c51 = fma(a, b1, c51); }
    b += bStep;
  }
  v128.store(c, c00); v128.store(c, c01, 16);
  if (count > 1) { c += cRow; v128.store(c, c10); v128.store(c, c11, 16); }
  if (count > 2) { c += cRow; v128.store(c, c20); v128.store(c, c21, 16); }
  if (count > 3) { c += cRow; v128.store(c, c30); v128.store(c, c31, 16); }
  if (count > 4) { c += cRow; v128.store(c, c40); v128.store(c, c41, 16); }
  if (count > 5) { c += cRow; v128.store(c, c50); v128.store(c, c51, 16); }
}

export function tile1(rows: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(1, rows, aStep, b, bStep, depth, c, cRow);
}
export function tile2(rows: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(2, rows, aStep, b, bStep, depth, c, cRow);
}
export function tile3(rows: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(3, rows, aStep, b, bStep, depth, c, cRow);
}
export function tile4(rows: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(4, rows, aStep, b, bStep, depth, c, cRow);
}
export function tile5(rows: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(5, rows, aStep, b, bStep, depth, c, cRow);
}
export function tile6(rows: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  tile(6, rows, aStep, b, bStep, depth, c, cRow);
}

/** One tile of 1 to `ROWS` rows. */
export function multiplyTile(count: i32, rows: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize): void {
  switch (count) {
    case 1: return tile1(rows, aStep, b, bStep, depth, c, cRow);
    case 2: return tile2(rows, aStep, b, bStep, depth, c, cRow);
    case 3: return tile3(rows, aStep, b, bStep, depth, c, cRow);
    case 4: return tile4(rows, aStep, b, bStep, depth, c, cRow);
    case 5: return tile5(rows, aStep, b, bStep, depth, c, cRow);
    default: return tile6(rows, aStep, b, bStep, depth, c, cRow);
  }
}
