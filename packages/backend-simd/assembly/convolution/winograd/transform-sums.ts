import { arg } from '../../layout';
import { GradientWord, Word } from '../words';

/** G' s G: the 16 sums for each weight become its 3x3, at `out`, for rows of `row` bytes. `step` bytes lie between sums of one kind and the next. */
export function transformSums(sums: usize, step: usize, row: usize, out: usize): void {
  const tap = <usize>arg(GradientWord.OUT_TAP_BYTES), outRow = <usize>arg(Word.CHANNELS) << 2;
  for (let i = 0; i < arg(Word.DEPTH); i++, out += outRow) {
    for (let at: usize = 0; at < row; at += 16, sums += 16) transformWeights(sums, step, out + at, tap);
  }
}

function transformWeights(sums: usize, step: usize, out: usize, tap: usize): void {
  for (let column: usize = 0; column < 4; column++) transformFour(sums + column * step, 4 * step, sums + column * step, 4 * step);
  for (let i: usize = 0; i < 3; i++) transformFour(sums + 4 * i * step, step, out + 3 * i * tap, tap);
}

/** Four sums s become three: s0 + (s1 + s2) / 2, (s1 - s2) / 2, (s1 + s2) / 2 - s3. */
function transformFour(sums: usize, step: usize, target: usize, targetStep: usize): void {
  const half = f32x4.splat(0.5), first = v128.load(sums), second = v128.load(sums + step);
  const third = v128.load(sums + 2 * step), fourth = v128.load(sums + 3 * step);
  const middle = f32x4.mul(half, f32x4.add(second, third));
  v128.store(target, f32x4.add(first, middle));
  v128.store(target + targetStep, f32x4.mul(half, f32x4.sub(second, third)));
  v128.store(target + 2 * targetStep, f32x4.sub(middle, fourth));
}
