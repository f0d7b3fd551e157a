// What is reduced has the shape [outer, size, inner], and `size` goes. It is cut into blocks whose length does not depend on
// anything else, so that the order in which numbers are added depends neither on the threads nor on the batch. Where one block
// is not enough, the blocks' results have the shape [outer, blocks, inner], and are reduced in their turn.

/** Numbers of a row (inner = 1) that make a block. */
export const ROW_BLOCK: i32 = 16384;

/** Rows of which a block of columns (inner > 1) consists. */
export const COLUMN_BLOCK: i32 = 256;

/** Columns that are reduced side by side: a cache line. */
export const STRIP: i32 = 16;

@inline
export function pieces(size: i32, length: i32): i32 {
  return (size + length - 1) / length;
}
