// Functions in pieces, chosen by the sign of x. NaN stays NaN in all but sign4.
import { expMinusOne4 } from './math/exp-minus-one';

// tfjs-core's SELU_SCALE and SELU_SCALEALPHA: Klambauer et al. 2017, Self-normalizing neural networks.
const SELU_SCALE: f32 = 1.0507009873554805;
const SELU_SCALE_ALPHA: f32 = 1.7580993408473768;

/** Two instructions, where f32x4.max takes many to tell -0 from 0. */
@inline
export function relu4(x: v128): v128 {
  return v128.andnot(x, f32x4.le(x, f32x4.splat(0)));
}

@inline
export function leakyRelu4(x: v128, alpha: v128): v128 {
  return v128.bitselect(f32x4.mul(x, alpha), x, isNegative(x));
}

@inline
export function elu4(x: v128): v128 {
  return v128.bitselect(expMinusOne4(x), x, isNegative(x));
}

@inline
export function selu4(x: v128): v128 {
  const below = f32x4.mul(expMinusOne4(x), f32x4.splat(SELU_SCALE_ALPHA));
  return v128.bitselect(below, f32x4.mul(x, f32x4.splat(SELU_SCALE)), isNegative(x));
}

/** 1 above 0, alpha at and below. */
@inline
export function step4(x: v128, alpha: v128): v128 {
  const value = v128.bitselect(f32x4.splat(1), alpha, f32x4.gt(x, f32x4.splat(0)));
  return v128.or(value, f32x4.ne(x, x)); // a number of ones alone is NaN
}

/** 1, -1, or 0 for 0 and NaN. */
@inline
export function sign4(x: v128): v128 {
  const above = v128.and(f32x4.gt(x, f32x4.splat(0)), f32x4.splat(1));
  return v128.or(above, v128.and(isNegative(x), f32x4.splat(-1)));
}

@inline
function isNegative(x: v128): v128 {
  return f32x4.lt(x, f32x4.splat(0));
}
