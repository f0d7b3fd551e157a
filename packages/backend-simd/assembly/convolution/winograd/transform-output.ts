import { address, arg, scalar } from '../../layout';
import { Word } from '../words';
import { WINDOWS } from './transformed';

/** A' m A: the 2x2 output pixels of a window, with bias and clamp. In `edges` 1 says that there is no second column, 2 no second row. */
export function transformOutput(products: usize, out: usize, edges: i32): void {
  const channels = <usize>arg(Word.CHANNELS) << 2, step = <usize>WINDOWS * channels, below = out + <usize>arg(Word.OUT_COLUMNS) * channels;
  for (let at: usize = 0; at < channels; at += 16) {
    const bias = address(Word.BIAS) ? v128.load(address(Word.BIAS) + at) : f32x4.splat(-0.0), m = products + at;
    const a0 = upper(m, step, 0), a1 = upper(m, step, 1), a2 = upper(m, step, 2), a3 = upper(m, step, 3);
    put(out + at, f32x4.add(f32x4.add(a0, a1), a2), bias);
    if (!(edges & 1)) put(out + channels + at, f32x4.sub(f32x4.sub(a1, a2), a3), bias);
    if (edges & 2) continue;
    const b0 = lower(m, step, 0), b1 = lower(m, step, 1), b2 = lower(m, step, 2), b3 = lower(m, step, 3);
    put(below + at, f32x4.add(f32x4.add(b0, b1), b2), bias);
    if (!(edges & 1)) put(below + channels + at, f32x4.sub(f32x4.sub(b1, b2), b3), bias);
  }
}

@inline
function put(out: usize, sum: v128, bias: v128): void {
  if (arg(Word.FINISHING)) {
    const lowest = f32x4.splat(scalar(Word.LOWEST)), highest = f32x4.splat(scalar(Word.HIGHEST));
    sum = f32x4.min(f32x4.max(f32x4.add(sum, bias), lowest), highest);
  }
  v128.store(out, sum);
}

@inline
function upper(m: usize, step: usize, column: usize): v128 {
  return f32x4.add(f32x4.add(value(m, step, column), value(m, step, 4 + column)), value(m, step, 8 + column));
}

@inline
function lower(m: usize, step: usize, column: usize): v128 {
  return f32x4.sub(f32x4.sub(value(m, step, 4 + column), value(m, step, 8 + column)), value(m, step, 12 + column));
}

@inline
function value(m: usize, step: usize, index: usize): v128 {
  return v128.load(m + index * step);
}
