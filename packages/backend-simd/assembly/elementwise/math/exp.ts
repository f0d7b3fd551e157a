import { fma } from '../../fma';
import { constant } from './constant';
import { quintic } from './polynomial';

const TABLE = memory.data<f32>([
  89, -104, // 0, 1: beyond these the result is infinite or 0
  0.7213475, // 2: 1 / (2 ln 2)
  12582912, // 3: 1.5 * 2^23, whose last bit counts ones
  -1.38671875, 4.2438888e-4, // 4, 5: -2 ln 2 in two parts, the first of so few digits that its multiples are exact
  1, // 6
  0.50000036, 0.16666618, 0.04166123, 8.335935e-3, 1.4104778e-3, 1.9629751e-4, // 7: (e^r - 1 - r) / r^2, to 2e-8 of e^r
]);

/**
 * e^x within 2 units in the last place, denormal results too.
 *
 * x = 2n ln 2 + r, so e^x = e^r 2^n 2^n: two ordinary numbers, made by writing n into an exponent, reach from the smallest denormal
 * number to infinity.
 */
@inline
export function exp4(x: v128): v128 {
  // pmin and pmax are one instruction each, and hand on a NaN that is their first operand.
  const clamped = f32x4.pmax(f32x4.pmin(x, constant(TABLE, 0)), constant(TABLE, 1));
  const shifted = fma(clamped, constant(TABLE, 2), constant(TABLE, 3)); // its last bits are the integer n
  const n = f32x4.sub(shifted, constant(TABLE, 3));
  const r = fma(n, constant(TABLE, 5), fma(n, constant(TABLE, 4), clamped));
  const power = i32x4.add(i32x4.shl(shifted, 23), constant(TABLE, 6)); // 2^n
  const mantissa = fma(r, fma(r, quintic(TABLE, 7, r), constant(TABLE, 6)), constant(TABLE, 6)); // e^r
  return f32x4.mul(f32x4.mul(mantissa, power), power);
}
