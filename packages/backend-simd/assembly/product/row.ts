import { fma } from '../fma';
import { PANEL_ROW } from './shape';

/** Panels that `multiplyRow` takes at once. */
export const ROW_PANELS: i32 = 4;

/** One row x 32 columns, in four panels: a lone row needs that many sums to hide the latency of the additions. Same arithmetic as a tile's. */
export function multiplyRow(a: usize, aStep: usize, b0: usize, b1: usize, b2: usize, b3: usize, bStep: usize, depth: i32, c: usize): void {
  let c0 = f32x4.splat(0), c1 = f32x4.splat(0), c2 = f32x4.splat(0), c3 = f32x4.splat(0);
  let c4 = f32x4.splat(0), c5 = f32x4.splat(0), c6 = f32x4.splat(0), c7 = f32x4.splat(0);
  const end = bStep * <usize>depth;
  for (let k: usize = 0; k < end; k += bStep) {
    const value = v128.load32_splat(a);
    c0 = fma(value, v128.load(b0 + k), c0); c1 = fma(value, v128.load(b0 + k, 16), c1);
    c2 = fma(value, v128.load(b1 + k), c2); c3 = fma(value, v128.load(b1 + k, 16), c3);
    c4 = fma(value, v128.load(b2 + k), c4); c5 = fma(value, v128.load(b2 + k, 16), c5);
    c6 = fma(value, v128.load(b3 + k), c6); c7 = fma(value, v128.load(b3 + k, 16), c7);
    a += aStep;
  }
  v128.store(c, c0); v128.store(c, c1, 16);
  v128.store(c, c2, PANEL_ROW); v128.store(c, c3, PANEL_ROW + 16);
  v128.store(c, c4, 2 * PANEL_ROW); v128.store(c, c5, 2 * PANEL_ROW + 16);
  v128.store(c, c6, 3 * PANEL_ROW); v128.store(c, c7, 3 * PANEL_ROW + 16);
}
