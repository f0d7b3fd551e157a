import { fma } from '../../fma';
import { constant } from './constant';
import { exp4 } from './exp';
import { quartic } from './polynomial';

const TABLE = memory.data<f32>([
  87, // 0
  1.442695, // 1: 1 / ln 2
  12582912, // 2: 1.5 * 2^23, whose last bit counts ones
  -0.693359375, 2.1219444e-4, // 3, 4: -ln 2 in two parts, the first of so few digits that its multiples are exact
  1, // 5
  0.5, 0.16666543, 0.041666437, 8.366546e-3, 1.3937858e-3, // 6: (e^r - 1 - r) / r^2, minimax: e^r to 2e-8
]);

/**
 * e^x within 2 units in the last place for x from -87 to 87, where it is an ordinary number: e^r 2^n with x = n ln 2 + r, and n is added to
 * the exponent. r is half as large as where 2^n must be made of two numbers, and its series one term shorter.
 */
@inline
export function expOfModerate4(x: v128): v128 {
  const shifted = fma(x, constant(TABLE, 1), constant(TABLE, 2)); // its last bits are the integer n
  const n = f32x4.sub(shifted, constant(TABLE, 2));
  const r = fma(n, constant(TABLE, 4), fma(n, constant(TABLE, 3), x));
  const mantissa = fma(r, fma(r, quartic(TABLE, 6, r), constant(TABLE, 5)), constant(TABLE, 5)); // e^r
  return i32x4.add(mantissa, i32x4.shl(shifted, 23));
}

/** e^x of any number. Those from -87 to 87 have the bits of the shorter formula, whatever stands beside them. */
@inline
export function expBesideModerate4(x: v128): v128 {
  return v128.bitselect(expOfModerate4(x), exp4(x), f32x4.le(f32x4.abs(x), constant(TABLE, 0)));
}
