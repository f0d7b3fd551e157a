import { log4 } from './log';

/**
 * ln(1 + x) within 3 units in the last place, near 0 too. With u = 1 + x as it is rounded, ln(u) x / (u - 1) takes the rounding back:
 * Goldberg 1991, What every computer scientist should know about floating-point arithmetic, theorem 4.
 */
@inline
export function logOnePlus4(x: v128): v128 {
  const one = f32x4.splat(1);
  const u = f32x4.add(one, x), rounded = f32x4.sub(u, one);
  const ratio = v128.bitselect(one, f32x4.div(x, rounded), f32x4.eq(rounded, x)); // 1 for Infinity, too
  return v128.bitselect(x, f32x4.mul(log4(u), ratio), f32x4.eq(u, one));
}
