// Every number is widened to float64 before it is added: what is then lost lies far below the last bit of the float32 result.

/** Two float32 as float64. */
@inline
export function pairAt(from: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(from));
}

@inline
export function addFour(a: v128, b: v128, c: v128, d: v128): v128 {
  return f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
}

/** The sum of both lanes. */
@inline
export function addUp(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}
