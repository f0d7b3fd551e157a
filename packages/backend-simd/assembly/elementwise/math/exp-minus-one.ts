import { fma } from '../../fma';
import { constant } from './constant';
import { quartic } from './polynomial';

const TABLE = memory.data<f32>([
  89, -18, // 0, 1: beyond these the result is infinite or -1
  1.442695, // 2: 1 / ln 2
  12582912, // 3: 1.5 * 2^23, whose last bit counts ones
  -0.693359375, 2.1219444e-4, // 4, 5: -ln 2 in two parts, the first of so few digits that its multiples are exact
  0.5, // 6
  2.9802322e-8, // 7: 2^-25, below which the result is x
  0.5, 0.16666543, 0.041666437, 8.366546e-3, 1.3937858e-3, // 8: (e^r - 1 - r) / r^2, minimax: e^r - 1 to 2e-8
]);

/** e^x - 1 within 2 units in the last place, near 0 too: e^x - 1 = 2 (2^(n-1) (e^r - 1) + (2^(n-1) - 1/2)) where x = n ln 2 + r. */
@inline
export function expMinusOne4(x: v128): v128 {
  const clamped = f32x4.pmax(f32x4.pmin(x, constant(TABLE, 0)), constant(TABLE, 1));
  const shifted = fma(clamped, constant(TABLE, 2), constant(TABLE, 3)); // its last bits are the integer n
  const n = f32x4.sub(shifted, constant(TABLE, 3));
  const r = fma(n, constant(TABLE, 5), fma(n, constant(TABLE, 4), clamped));
  const power = i32x4.add(i32x4.shl(shifted, 23), constant(TABLE, 6)); // 2^(n-1), an ordinary number up to the largest x
  const part = fma(f32x4.mul(r, r), quartic(TABLE, 8, r), r); // e^r - 1
  const half = fma(part, power, f32x4.sub(power, constant(TABLE, 6)));
  return v128.bitselect(x, f32x4.add(half, half), f32x4.lt(f32x4.abs(x), constant(TABLE, 7))); // so -0 stays -0
}
