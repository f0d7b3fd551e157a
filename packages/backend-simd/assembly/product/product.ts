import { multiplyBlock } from './block';
import { finish } from './finish';
import { copyRows, CROWDED, rowBytes } from './rows';
import { COPIES, ROWS_AT_ONCE, TABLE } from './scratch';
import { blockDepth, COLUMNS, ROWS } from './shape';
import { packStrips } from './strips';

/**
 * C [rows, columns] = A [rows, depth] x B [depth, columns] (+ bias [columns], then the activation), as a record in memory: twelve 32-bit words, written by the
 * caller and read by all threads. Strides count values.
 *
 * A's element (i, k) is at `i * aRow + k * aStep` (one of the two should be 1). B is read in panels of 8 columns, panel p at `p * bPanel`, its row k at `k * bStep`:
 * a row-major B as it is (`bPanel` 8, `bStep` its row stride; up to 28 bytes behind its end are read, not used), or packed panels (`bPanel` 8 * depth, `bStep` 8).
 * Packing pays for a transposed B, and where `bStep` is a multiple of 512 and there are 48 rows or more.
 */
@unmanaged
export class Product {
  a: usize; aRow: u32; aStep: u32;
  b: usize; bPanel: u32; bStep: u32;
  c: usize; cRow: u32;
  /** Address of the bias, or 0. */
  bias: usize; activation: i32;
  columns: i32; depth: i32;
}

/** From this many columns on, a copy of A's rows costs less than the cache misses it saves, however they lie. */
const MANY_COLUMNS: i32 = 128;

/** Rows [from, to) of C. A value depends on its row of A, its column of B and the depth alone: not on the range, the thread or the layout. */
export function multiplyRows(product: Product, from: i32, to: i32, scratch: usize): void {
  for (let i = from; i < to; i += ROWS_AT_ONCE) multiplyRowBlock(product, i, min(ROWS_AT_ONCE, to - i), scratch);
}

function multiplyRowBlock(product: Product, from: i32, count: i32, scratch: usize): void {
  const depth = product.depth, block = blockDepth(depth);
  const cRow = <usize>product.cRow << 2, c = product.c + <usize>from * cRow;
  for (let k = 0; k < depth; k += block) {
    const length = min(block, depth - k);
    const aStep = tabulateRows(product, from, count, k, length, scratch + TABLE, scratch + COPIES);
    multiplyBlock(product, count, aStep, k, length, c, scratch);
  }
  finish(c, cRow, count, product.columns, product.bias, product.activation);
}

/** Writes the addresses of `count` rows of A at depth k and returns how many bytes they move on by. Rows that the cache would not hold well are copied first. */
function tabulateRows(product: Product, from: i32, count: i32, k: i32, length: i32, table: usize, copies: usize): usize {
  let aRow = <usize>product.aRow << 2;
  const aStep = <usize>product.aStep << 2;
  let a = product.a + <usize>from * aRow + <usize>k * aStep;
  if (count > ROWS && product.columns > <i32>COLUMNS) {
    if (aStep != 4 && aRow == 4) return packStrips(a, aStep, count, length, table, copies);
    if (aRow % CROWDED == 0 || product.columns >= MANY_COLUMNS) {
      copyRows(a, aRow, count, length, copies);
      a = copies; aRow = rowBytes(length);
    }
  }
  for (let i: usize = 0; i < <usize>count; i++) store<usize>(table + (i << 2), a + i * aRow);
  return aStep;
}
