/** Columns in a panel of the right operand: two vectors. */
export const COLUMNS: usize = 8;

/** Bytes of one row of a packed panel. */
export const PANEL_ROW: usize = COLUMNS * sizeof<f32>();

/**
 * Rows in a full tile. Of the 15 vector registers that V8 hands out on x64, 6 x 8 sums, two columns and one row value take all;
 * without fused multiply-add the product needs a register of its own, which 5 rows leave room for.
 */
export const ROWS: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 5;

/** The longest chain of additions, and the depth at which a panel (12 KiB) and six rows still share the first-level cache. */
const LONGEST_BLOCK: i32 = 384;

/** How many of `depth` products are summed at a time. It follows from the depth alone, so that a value never depends on who computes it. */
export function blockDepth(depth: i32): i32 {
  const blocks = (depth + LONGEST_BLOCK - 1) / LONGEST_BLOCK;
  return (depth + blocks - 1) / blocks;
}

/** Rows of the next tile: full ones, but the last two share what is left, since a narrow tile cannot hide the latency of its additions. */
@inline
export function nextRows(left: i32): i32 {
  return left >= 2 * ROWS ? ROWS : left > ROWS ? (left + 1) >> 1 : left;
}
