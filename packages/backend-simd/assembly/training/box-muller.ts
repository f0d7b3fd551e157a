// core/src/random/normal.ts, two pairs of normals at once: the same float64 operations in the same order, and so the same bits.

// The odd coefficients of artanh, 1 / 13 first; the divisors of the series of sine and of cosine, the last first; and what else stands in the formulas.
const ARTANH = memory.data<f64>([1.0 / 13.0, 1.0 / 11.0, 1.0 / 9.0, 1.0 / 7.0, 1.0 / 5.0, 1.0 / 3.0, 1.0]);
const SINE = memory.data<f64>([156.0, 110.0, 72.0, 42.0, 20.0, 6.0]);
const COSINE = memory.data<f64>([132.0, 90.0, 56.0, 30.0, 12.0, 2.0]);
const ONE: f64 = 1;
const LN2: f64 = 0.6931471805599453;
const SQRT2: f64 = 1.4142135623730951;
const TURN: f64 = (2 * 3.141592653589793) / 0x1000000;

/** Four words to four normals: of each two words, the first gives the radius, the second the angle. */
@inline
export function normals4(words: v128): v128 {
  const odd = i32x4.add(i32x4.shl(i32x4.shr_u(words, 9), 1), i32x4.splat(1)); // twice the middle of a cell
  const radius = f64x2.sqrt(f64x2.mul(f64x2.splat(-2), logOfUnit(i32x4.shuffle(odd, odd, 0, 2, 0, 2))));
  const turn = i32x4.shuffle(odd, odd, 1, 3, 1, 3); // the angle, in 2^-24 of a full turn
  const quadrant = i32x4.shr_u(i32x4.add(turn, i32x4.splat(0x200000)), 22);
  const rest = i32x4.sub(turn, i32x4.shl(quadrant, 22)); // from the nearest quarter, in [-1 / 8, 1 / 8] of a turn
  const angle = f64x2.mul(f64x2.convert_low_i32x4_s(rest), f64x2.splat(TURN));
  const square = f64x2.mul(angle, angle);
  const sine = f64x2.mul(f64x2.mul(radius, angle), alternating(SINE, square));
  const cosine = f64x2.mul(radius, alternating(COSINE, square));
  return turned(sine, cosine, i64x2.extend_low_i32x4_u(quadrant));
}

/** Cosine and sine after so many quarter turns, as float32: [cosine, sine, cosine, sine]. */
@inline
function turned(sine: v128, cosine: v128, quarters: v128): v128 {
  const isOdd = i64x2.neg(v128.and(quarters, i64x2.splat(1)));
  const sign = i64x2.shl(i64x2.shr_u(quarters, 1), 63); // of two quarter turns
  const first = v128.xor(v128.bitselect(f64x2.neg(sine), cosine, isOdd), sign);
  const second = v128.xor(v128.bitselect(cosine, sine, isOdd), sign);
  return i32x4.shuffle(f32x4.demote_f64x2_zero(first), f32x4.demote_f64x2_zero(second), 0, 4, 1, 5);
}

/** ln(odd / 2^24), from the first two lanes: exponent, and 2 artanh((m - 1) / (m + 1)) of the rest. */
@inline
function logOfUnit(odd: v128): v128 {
  const bits = f64x2.convert_low_i32x4_u(odd);
  const mantissa = v128.or(v128.and(bits, i64x2.splat(0xfffffffffffff)), f64x2.splat(ONE)); // in [1, 2)
  const isLarge = f64x2.gt(mantissa, f64x2.splat(SQRT2));
  const m = v128.bitselect(f64x2.mul(mantissa, f64x2.splat(0.5)), mantissa, isLarge);
  const exponent = i64x2.sub(i64x2.shr_u(bits, 52), isLarge); // with the bias of 1023
  const shift = f64x2.sub(f64x2.convert_low_i32x4_s(i32x4.shuffle(exponent, exponent, 0, 2, 0, 2)), f64x2.splat(1023 + 24));
  const s = f64x2.div(f64x2.sub(m, f64x2.splat(ONE)), f64x2.add(m, f64x2.splat(ONE)));
  const q = f64x2.mul(s, s);
  let series = v128.load64_splat(ARTANH);
  for (let i = 1; i < 7; i++) series = f64x2.add(v128.load64_splat(ARTANH + (i << 3)), f64x2.mul(q, series));
  return f64x2.add(f64x2.mul(shift, f64x2.splat(LN2)), f64x2.mul(f64x2.mul(f64x2.splat(2), s), series));
}

/** 1 - q / d5 (1 - q / d4 (1 - ... (1 - q / d0))). */
@inline
function alternating(divisors: usize, q: v128): v128 {
  let series = f64x2.splat(ONE);
  for (let i = 0; i < 6; i++) {
    series = f64x2.sub(f64x2.splat(ONE), f64x2.mul(f64x2.div(q, v128.load64_splat(divisors + (i << 3))), series));
  }
  return series;
}
