/** Stores the first `count` lanes, or all four: what stands behind them is another map's. */
@inline
export function storeLanes(at: usize, value: v128, count: i32): void {
  if (count > 3) return v128.store(at, value);
  v128.store_lane<f32>(at, value, 0);
  if (count > 1) v128.store_lane<f32>(at, value, 1, 4);
  if (count > 2) v128.store_lane<f32>(at, value, 2, 8);
}
