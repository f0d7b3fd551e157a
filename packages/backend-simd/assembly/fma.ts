/**
 * a * b + c. The relaxed build rounds once where the machine can (fused multiply-add); the baseline build rounds twice, everywhere.
 * ASC_FEATURE_RELAXED_SIMD is a constant, so that each build holds only its own.
 */
@inline
export function fma(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(f32x4.mul(a, b), c);
}
