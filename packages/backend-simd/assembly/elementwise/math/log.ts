import { fma } from '../../fma';
import { constant } from './constant';

const TABLE = memory.data<f32>([
  0.693359375, -2.1219444e-4, // 0, 1: ln 2 in two parts, the first of so few digits that its multiples are exact
  0.70710677, // 2: sqrt(1 / 2)
  1.1754944e-38, Infinity, // 3, 4: normal numbers lie between
  0, 1, 2, 0.5, // 5 to 8
  0.66666776, 0.39977568, 0.2987146, // 9: (ln((1 + s) / (1 - s)) - 2 s) / s^3 in s^2, minimax: the logarithm to 1e-9
]);

/** The natural logarithm within 1 unit in the last place; -Infinity of 0, NaN below. */
@inline
export function log4(x: v128): v128 {
  return i32x4.all_true(isNormal(x)) ? logOfNormal(x, i32x4.splat(0)) : logOfAny(x);
}

@inline
function isNormal(x: v128): v128 {
  return v128.and(f32x4.ge(x, constant(TABLE, 3)), f32x4.lt(x, constant(TABLE, 4)));
}

/** Not inlined, for it is rare: denormal numbers are scaled up first, and what has no finite logarithm is put in afterwards. */
function logOfAny(x: v128): v128 {
  const small = f32x4.lt(x, constant(TABLE, 3));
  const scaled = v128.bitselect(f32x4.mul(x, f32x4.splat(33554432)), x, small);
  const result = logOfNormal(scaled, v128.and(small, i32x4.splat(25)));
  // The square root of what is not finite and positive is NaN below 0, and the number itself for NaN, 0 and Infinity.
  const special = v128.bitselect(f32x4.splat(-Infinity), f32x4.sqrt(x), f32x4.eq(x, constant(TABLE, 5)));
  const finite = v128.and(f32x4.gt(x, constant(TABLE, 5)), f32x4.lt(x, constant(TABLE, 4)));
  return v128.bitselect(result, special, finite);
}

/**
 * x = 2^k (1 + f), where 1 + f lies between sqrt(1 / 2) and sqrt(2).
 * @param scale k is this much smaller than the exponent of x
 */
@inline
function logOfNormal(x: v128, scale: v128): v128 {
  const exponent = i32x4.shr_s(i32x4.sub(x, constant(TABLE, 2)), 23);
  const mantissa = i32x4.sub(x, i32x4.shl(exponent, 23));
  const f = f32x4.sub(mantissa, constant(TABLE, 6));
  return logOfParts(f, f32x4.convert_i32x4_s(i32x4.sub(exponent, scale)));
}

/**
 * k ln 2 + ln(1 + f) for f from sqrt(1 / 2) - 1 to sqrt(2) - 1. With s = f / (2 + f), ln(1 + f) = f - f^2 / 2 + s (f^2 / 2 + R(s^2)),
 * which rounds less than the plain series: FreeBSD's msun, e_logf.c.
 */
@inline
function logOfParts(f: v128, k: v128): v128 {
  const s = f32x4.div(f, f32x4.add(f, constant(TABLE, 7)));
  const z = f32x4.mul(s, s);
  const series = f32x4.mul(z, fma(z, fma(z, constant(TABLE, 11), constant(TABLE, 10)), constant(TABLE, 9)));
  const half = f32x4.mul(f32x4.mul(f, f), constant(TABLE, 8));
  const rest = fma(k, constant(TABLE, 1), f32x4.mul(s, f32x4.add(half, series)));
  return fma(k, constant(TABLE, 0), f32x4.add(f32x4.sub(rest, half), f));
}
