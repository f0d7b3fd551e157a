// core's autoregressive/functions.ts, four numbers at once and to the bit: only operations that IEEE 754 defines, in the same order.
import { constant } from '../elementwise/math/constant';

const TABLE = memory.data<f32>([
  1, 0.5, -2, // 0, 1, 2
  -87.33654022216797, 88, // 3, 4: the largest number whose e^x is taken for 0, and where it stops to grow
  1.4426950216293335, 0.693359375, -0.00021219444170128554, // 5, 6, 7: 1 / ln 2, and ln 2 in two parts
  0.00019875691214110702, 0.001398199936375022, 0.008333452045917511, 0.04166579619050026, 0.1666666567325592, 0.5, // 8 .. 13: the series
]);

/** Not inlined: it would stand in each activation, once or twice. */
function exp(x: v128): v128 {
  const bounded = f32x4.min(x, constant(TABLE, 4));
  const power = f32x4.floor(f32x4.add(f32x4.mul(bounded, constant(TABLE, 5)), constant(TABLE, 1)));
  const high = f32x4.sub(bounded, f32x4.mul(power, constant(TABLE, 6)));
  const rest = f32x4.sub(high, f32x4.mul(power, constant(TABLE, 7)));
  let sum = f32x4.add(f32x4.mul(constant(TABLE, 8), rest), constant(TABLE, 9));
  sum = f32x4.add(f32x4.mul(sum, rest), constant(TABLE, 10));
  sum = f32x4.add(f32x4.mul(sum, rest), constant(TABLE, 11));
  sum = f32x4.add(f32x4.mul(sum, rest), constant(TABLE, 12));
  sum = f32x4.add(f32x4.mul(sum, rest), constant(TABLE, 13));
  const series = f32x4.add(f32x4.add(f32x4.mul(sum, f32x4.mul(rest, rest)), rest), constant(TABLE, 0));
  const exponent = i32x4.add(i32x4.shl(i32x4.trunc_sat_f32x4_s(power), 23), constant(TABLE, 0)); // 2^power
  return v128.andnot(f32x4.mul(series, exponent), f32x4.le(x, constant(TABLE, 3)));
}

@inline
function isNegative(x: v128): v128 {
  return f32x4.lt(x, f32x4.splat(0));
}

@inline
export function sigmoid(x: v128): v128 {
  const one = constant(TABLE, 0), small = exp(f32x4.neg(f32x4.abs(x)));
  return f32x4.div(v128.bitselect(small, one, isNegative(x)), f32x4.add(one, small));
}

@inline
export function tanh(x: v128): v128 {
  const one = constant(TABLE, 0), small = exp(f32x4.mul(constant(TABLE, 2), f32x4.abs(x)));
  const size = f32x4.div(f32x4.sub(one, small), f32x4.add(one, small));
  return v128.bitselect(f32x4.neg(size), size, isNegative(x));
}

@inline
export function elu(x: v128): v128 {
  return v128.bitselect(x, f32x4.sub(exp(x), constant(TABLE, 0)), f32x4.gt(x, f32x4.splat(0)));
}

@inline
export function relu(x: v128): v128 {
  return f32x4.max(x, f32x4.splat(0));
}
