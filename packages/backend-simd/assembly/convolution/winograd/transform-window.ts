import { arg } from '../../layout';
import { pitch } from '../band';
import { Word } from '../words';

/** B' d B: the values of a window of 4x4 pixels, channel by channel. Those of one kind lie together, for all windows; `step` bytes on, the next. */
export function transformWindow(window: usize, target: usize, step: usize): void {
  const pixel = <usize>arg(Word.DEPTH) << 2;
  for (const end = window + pixel; window < end; window += 16, target += 16) {
    const second = window + pitch, third = second + pitch, fourth = third + pitch;
    let at = target;
    transformRow(true, window, third, pixel, at, step); at += 4 * step;
    transformRow(false, second, third, pixel, at, step); at += 4 * step;
    transformRow(true, third, second, pixel, at, step); at += 4 * step;
    transformRow(true, second, fourth, pixel, at, step);
  }
}

/** From the difference of two rows of pixels, or their sum. */
@inline
function transformRow(difference: bool, a: usize, b: usize, pixel: usize, target: usize, step: usize): void {
  const first = combine(difference, a, b), second = combine(difference, a + pixel, b + pixel);
  const third = combine(difference, a + 2 * pixel, b + 2 * pixel), fourth = combine(difference, a + 3 * pixel, b + 3 * pixel);
  v128.store(target, f32x4.sub(first, third)); target += step;
  v128.store(target, f32x4.add(second, third)); target += step;
  v128.store(target, f32x4.sub(third, second)); target += step;
  v128.store(target, f32x4.sub(second, fourth));
}

@inline
function combine(difference: bool, a: usize, b: usize): v128 {
  return difference ? f32x4.sub(v128.load(a), v128.load(b)) : f32x4.add(v128.load(a), v128.load(b));
}
