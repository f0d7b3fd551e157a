import { scalar } from '../layout';
import { Word } from './words';

/** What is done with sums: added to what is there; whole now, so that they get the bias and the clamp. */
export const ADD: i32 = 1;
export const FINISH: i32 = 2;

/** Bytes of a row of sums. */
export const SUMS_ROW: u32 = 32;

/** Takes `rows` rows of sums to `c` + outs[i], the first `columns` of each. `bias` is for these columns, or 0. */
export function finishTile(sums: usize, rows: i32, outs: usize, c: usize, columns: i32, how: i32, bias: usize): void {
  const outsEnd = outs + (<usize>rows << 2);
  if (columns >= 8) {
    if (how == ADD) addWide(sums, outs, outsEnd, c);
    else finishWide(sums, outs, outsEnd, c, how, bias);
  } else {
    for (; outs < outsEnd; outs += 4, sums += SUMS_ROW) finishFew(sums, c + load<u32>(outs), columns, how, bias);
  }
}

function addWide(sums: usize, outs: usize, outsEnd: usize, c: usize): void {
  for (; outs < outsEnd; outs += 4, sums += SUMS_ROW) {
    const out = c + load<u32>(outs);
    v128.store(out, f32x4.add(v128.load(out), v128.load(sums)));
    v128.store(out, f32x4.add(v128.load(out, 16), v128.load(sums, 16)), 16);
  }
}

function finishWide(sums: usize, outs: usize, outsEnd: usize, c: usize, how: i32, bias: usize): void {
  const lowest = f32x4.splat(scalar(Word.LOWEST)), highest = f32x4.splat(scalar(Word.HIGHEST)), none = f32x4.splat(-0.0); // x + -0 is x, for 0 and -0, too
  const bias0 = bias ? v128.load(bias) : none, bias1 = bias ? v128.load(bias, 16) : none;
  for (; outs < outsEnd; outs += 4, sums += SUMS_ROW) {
    const out = c + load<u32>(outs);
    let left = v128.load(sums), right = v128.load(sums, 16);
    if (how & ADD) { left = f32x4.add(v128.load(out), left); right = f32x4.add(v128.load(out, 16), right); }
    v128.store(out, f32x4.min(f32x4.max(f32x4.add(left, bias0), lowest), highest));
    v128.store(out, f32x4.min(f32x4.max(f32x4.add(right, bias1), lowest), highest), 16);
  }
}

/** The first `columns` of one row of sums, or of a vector. */
export function finishFew(sums: usize, out: usize, columns: i32, how: i32, bias: usize): void {
  for (let i: usize = 0; i < <usize>columns << 2; i += 4) finishOne(load<f32>(sums + i), out + i, how, bias ? bias + i : 0);
}

/** One sum. */
// @ts-ignore: decorator
@inline
export function finishOne(sum: f32, out: usize, how: i32, bias: usize): void {
  if (how & ADD) sum = load<f32>(out) + sum;
  if (how & FINISH) {
    if (bias) sum += load<f32>(bias);
    sum = min<f32>(max<f32>(sum, scalar(Word.LOWEST)), scalar(Word.HIGHEST));
  }
  store<f32>(out, sum);
}

/** Takes the first `columns` of `rows` vectors of sums to `c` + outs[i]. */
export function finishVectors(sums: usize, rows: i32, outs: usize, c: usize, columns: i32, how: i32, bias: usize): void {
  for (const outsEnd = outs + (<usize>rows << 2); outs < outsEnd; outs += 4, sums += 16) {
    const out = c + load<u32>(outs);
    if (columns == 4 && how < FINISH) v128.store(out, how == ADD ? f32x4.add(v128.load(out), v128.load(sums)) : v128.load(sums));
    else finishFew(sums, out, columns, how, bias);
  }
}
