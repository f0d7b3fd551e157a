import { scalar } from '../layout';
import { Word } from './words';

/** What is done with sums: added to what is there; whole now, so that they get the bias and the clamp. */
export const ADD: i32 = 1;
export const FINISH: i32 = 2;

/** Bytes of a row of a tile's sums. */
export const SUMS_ROW: u32 = 32;

/** Takes `rows` rows of sums to `c` + outs[i], the first `columns` of each. `bias` is for these columns, or 0. */
export function finishTile(sums: usize, rows: i32, outs: usize, c: usize, columns: i32, how: i32, bias: usize): void {
  const outsEnd = outs + (<usize>rows << 2);
  if (columns >= 8) {
    if (how == ADD) addWide(sums, outs, outsEnd, c);
    else finishWide(sums, outs, outsEnd, c, how, bias);
  } else {
    for (; outs < outsEnd; outs += 4, sums += SUMS_ROW) finishFew(sums, c + load<usize>(outs), columns, how, bias);
  }
}

/** The same for vectors of four sums. */
export function finishVectors(sums: usize, rows: i32, outs: usize, c: usize, columns: i32, how: i32, bias: usize): void {
  for (const outsEnd = outs + (<usize>rows << 2); outs < outsEnd; outs += 4, sums += 16) {
    const out = c + load<usize>(outs), value = v128.load(sums);
    if (columns == 4 && how < FINISH) v128.store(out, how == ADD ? f32x4.add(v128.load(out), value) : value);
    else finishFew(sums, out, columns, how, bias);
  }
}

/** The same for one column, whose sums are in four parts each. */
export function finishColumn(sums: usize, rows: i32, outs: usize, how: i32, bias: usize): void {
  for (const outsEnd = outs + (<usize>rows << 2); outs < outsEnd; outs += 4, sums += 16) {
    const value = v128.load(sums), pairs = f32x4.add(value, v128.shuffle<f32>(value, value, 2, 3, 0, 1));
    finishOne(f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1), load<usize>(outs), how, bias);
  }
}

function addWide(sums: usize, outs: usize, outsEnd: usize, c: usize): void {
  for (; outs < outsEnd; outs += 4, sums += SUMS_ROW) {
    const out = c + load<usize>(outs);
    v128.store(out, f32x4.add(v128.load(out), v128.load(sums)));
    v128.store(out, f32x4.add(v128.load(out, 16), v128.load(sums, 16)), 16);
  }
}

function finishWide(sums: usize, outs: usize, outsEnd: usize, c: usize, how: i32, bias: usize): void {
  const none = f32x4.splat(-0.0); // x + -0 is x, even where x is 0 or -0
  const bias0 = bias ? v128.load(bias) : none, bias1 = bias ? v128.load(bias, 16) : none;
  const lowest = f32x4.splat(scalar(Word.LOWEST)), highest = f32x4.splat(scalar(Word.HIGHEST));
  for (; outs < outsEnd; outs += 4, sums += SUMS_ROW) {
    const out = c + load<usize>(outs);
    let left = v128.load(sums), right = v128.load(sums, 16);
    if (how & ADD) { left = f32x4.add(v128.load(out), left); right = f32x4.add(v128.load(out, 16), right); }
    v128.store(out, f32x4.min(f32x4.max(f32x4.add(left, bias0), lowest), highest));
    v128.store(out, f32x4.min(f32x4.max(f32x4.add(right, bias1), lowest), highest), 16);
  }
}

function finishFew(sums: usize, out: usize, columns: i32, how: i32, bias: usize): void {
  for (let i: usize = 0; i < <usize>columns << 2; i += 4) finishOne(load<f32>(sums + i), out + i, how, bias ? bias + i : 0);
}

function finishOne(sum: f32, out: usize, how: i32, bias: usize): void {
  if (how & ADD) sum = load<f32>(out) + sum;
  if (how & FINISH) {
    if (bias) sum += load<f32>(bias);
    sum = min<f32>(max<f32>(sum, scalar(Word.LOWEST)), scalar(Word.HIGHEST));
  }
  store<f32>(out, sum);
}
