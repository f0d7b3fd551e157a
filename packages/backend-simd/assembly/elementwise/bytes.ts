// Tensors of bool hold a byte a number.

/** Four bytes as four integers. */
@inline
export function loadBytes(address: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(address)));
}

/** A 1 for each of four lanes that is all ones, a 0 for each that is all zeros. */
@inline
export function storeBytes(address: usize, lanes: v128): void {
  const halves = i16x8.narrow_i32x4_s(lanes, lanes);
  v128.store32_lane(address, v128.and(i8x16.narrow_i16x8_s(halves, halves), i8x16.splat(1)), 0);
}
