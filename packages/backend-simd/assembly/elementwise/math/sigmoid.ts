import { fma } from '../../fma';
import { constant } from './constant';
import { cubic } from './polynomial';

const TABLE = memory.data<f32>([
  87, -89, // 0, 1: beyond these the result is 1 or 0
  -1.442695, // 2: -1 / ln 2
  12582912, // 3: 1.5 * 2^23, whose last bit counts ones
  0.693359375, -2.1219444e-4, // 4, 5: ln 2 in two parts, the first of so few digits that its multiples are exact
  1, -1, // 6, 7
  0.49999228, -0.16667114, 0.041890617, -8.312659e-3, // 8: (e^-r - 1 + r) / r^2, minimax: e^-r to 1e-7
]);

/** 1 / (1 + e^-x) within 4e-7 relative; what would be less than 4.2e-39 is 0. */
@inline
export function sigmoid4(x: v128): v128 {
  const clamped = f32x4.pmax(f32x4.pmin(x, constant(TABLE, 0)), constant(TABLE, 1));
  const shifted = fma(clamped, constant(TABLE, 2), constant(TABLE, 3)); // its last bits are the integer n: -x = n ln 2 - r
  const n = f32x4.sub(shifted, constant(TABLE, 3));
  const r = fma(n, constant(TABLE, 5), fma(n, constant(TABLE, 4), clamped));
  const power = i32x4.add(i32x4.shl(shifted, 23), constant(TABLE, 6)); // 2^n, infinite at -89
  const mantissa = fma(r, fma(r, cubic(TABLE, 8, r), constant(TABLE, 7)), constant(TABLE, 6)); // e^-r
  return f32x4.div(constant(TABLE, 6), fma(mantissa, power, constant(TABLE, 6)));
}
