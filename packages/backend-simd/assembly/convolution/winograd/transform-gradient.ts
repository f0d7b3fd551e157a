import { address, arg } from '../../layout';
import { PANEL_BYTES } from '../tile';
import { GradientWord, Word } from '../words';

/**
 * A y A': the values of the 2x2 pixels of dy at `pixel`, in panels of 8 channels [panel, panelEnd), each filled for all windows one after the
 * other; those of one kind lie together. Pixels that `edges` says are not there are zeros (windows.ts). Where A has -1 alone, it is 1 here,
 * and `transformSums` subtracts.
 */
export function transformGradient(pixel: usize, edges: i32, panel: i32, panelEnd: i32, target: usize): void {
  const next = <usize>arg(Word.CHANNELS) << 2, windows = <usize>arg(GradientWord.WINDOWS), step = windows * next;
  const right: usize = edges & 1 ? 0 : next, below: usize = edges & 2 ? 0 : <usize>arg(Word.OUT_COLUMNS) * next;
  for (let j = panel; j < panelEnd; j++, target += windows * PANEL_BYTES) {
    const at = pixel + <usize>j * PANEL_BYTES;
    transformPixels(at, right, below, target, step);
    transformPixels(at + 16, right, below, target + 16, step);
  }
}

function transformPixels(at: usize, right: usize, below: usize, target: usize, step: usize): void {
  const none = f32x4.splat(0), a = v128.load(at), b = right ? v128.load(at + right) : none;
  const c = below ? v128.load(at + below) : none, d = right && below ? v128.load(at + below + right) : none;
  transformRow(a, b, target, step); target += 4 * step;
  transformRow(f32x4.add(a, c), f32x4.add(b, d), target, step); target += 4 * step;
  transformRow(f32x4.sub(a, c), f32x4.sub(b, d), target, step); target += 4 * step;
  transformRow(c, d, target, step);
}

@inline
function transformRow(first: v128, second: v128, target: usize, step: usize): void {
  v128.store(target, first); target += step;
  v128.store(target, f32x4.add(first, second)); target += step;
  v128.store(target, f32x4.sub(first, second)); target += step;
  v128.store(target, second);
}
