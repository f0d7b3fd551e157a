import { rowBytes } from './rows';
import { blockDepth, PANEL_ROW, ROWS } from './shape';

// A thread's scratch: one tile of sums | addresses of A's rows | copies of A's rows or, when A is transposed, its strips.

/** Rows whose share of a depth block stays in the second-level cache while all panels pass. */
export const ROWS_AT_ONCE: i32 = 60;

/** Where the addresses of the rows begin. A tile reads six, used or not. */
export const TABLE: usize = <usize>ROWS * PANEL_ROW;

/** Where the copies begin. */
export const COPIES: usize = TABLE + (<usize>(ROWS_AT_ONCE + 8) << 2);

/** Bytes of scratch that each thread needs, on a multiple of 16, for products of this depth. */
export function scratchBytes(depth: i32): usize {
  return COPIES + <usize>ROWS_AT_ONCE * rowBytes(blockDepth(depth));
}
