import { fma } from '../fma';
import { TILE_ROWS } from './tile';

/**
 * Sums of products of vectors, one sum for each of the `TILE_ROWS` rows at lefts[i]. The entries of the list are offsets of four values
 * each; so is `b`, which goes on by `bStep` bytes. For where the columns of a product are too few to fill a vector, or are the channels
 * themselves. As in tile.ts, nothing branches here.
 */
export function sumVectors(lefts: usize, list: usize, listEnd: usize, b: usize, bStep: usize, sums: usize): void {
  sum(false, lefts, list, listEnd, b, bStep, sums);
}

/** The same with one value of `b` for the whole vector. */
export function sumScaled(lefts: usize, list: usize, listEnd: usize, b: usize, bStep: usize, sums: usize): void {
  sum(true, lefts, list, listEnd, b, bStep, sums);
}

@inline
function sum(one: bool, lefts: usize, list: usize, listEnd: usize, b: usize, bStep: usize, sums: usize): void {
  const a0 = load<usize>(lefts), a1 = load<usize>(lefts, 4), a2 = load<usize>(lefts, 8);
  const a3 = load<usize>(lefts, 12), a4 = load<usize>(lefts, 16), a5 = TILE_ROWS > 5 ? load<usize>(lefts, 20) : 0;
  let c0 = f32x4.splat(0), c1 = f32x4.splat(0), c2 = f32x4.splat(0), c3 = f32x4.splat(0), c4 = f32x4.splat(0), c5 = f32x4.splat(0);
  for (; list != listEnd; list += 4) {
    const k = load<usize>(list), weight = one ? v128.load32_splat(b) : v128.load(b);
    c0 = fma(v128.load(a0 + k), weight, c0);
    c1 = fma(v128.load(a1 + k), weight, c1);
    c2 = fma(v128.load(a2 + k), weight, c2);
    c3 = fma(v128.load(a3 + k), weight, c3);
    c4 = fma(v128.load(a4 + k), weight, c4);
    if (TILE_ROWS > 5) c5 = fma(v128.load(a5 + k), weight, c5);
    b += bStep;
  }
  v128.store(sums, c0); v128.store(sums, c1, 16); v128.store(sums, c2, 32); v128.store(sums, c3, 48); v128.store(sums, c4, 64);
  if (TILE_ROWS > 5) v128.store(sums, c5, 80);
}

/** Moves all addresses of a table on by four values: to the next channels. */
export function advance(table: usize, tableEnd: usize): void {
  for (; table < tableEnd; table += 4) store<usize>(table, load<usize>(table) + 16);
}
