import type { Matrix } from './matrix.ts';
import { lanes, type Panels } from './panels.ts';

/** Adds the product of four rows of `a` with all rows of `b` up to `end` to the target: target[row + i, j] += a[row + i] . b[j]. */
export function multiplyPanels(target: Matrix, a: Panels, row: number, b: Panels, end: number): void {
  const tile = new Float64Array(lanes * lanes);
  for (let column = 0; column < end; column += lanes) {
    multiplyTile(tile, a.values, row * a.depth, b.values, column * b.depth, a.depth);
    addTile(target, row, column, tile);
  }
}

/**
 * Sixteen dot products at once: eight loads for thirty-two operations. `| 0` spares V8 the test for overflow, and the literal 4 the
 * look-up of an imported constant, which costs a quarter of the speed.
 */
// biome-ignore format: the sums read as the tile they are
function multiplyTile(tile: Float64Array, a: Float64Array, atA: number, b: Float64Array, atB: number, depth: number): void {
  let c00 = 0, c01 = 0, c02 = 0, c03 = 0;
  let c10 = 0, c11 = 0, c12 = 0, c13 = 0;
  let c20 = 0, c21 = 0, c22 = 0, c23 = 0;
  let c30 = 0, c31 = 0, c32 = 0, c33 = 0;
  for (let k = 0; k < depth; k++) {
    const b0 = b[atB]!, b1 = b[(atB + 1) | 0]!, b2 = b[(atB + 2) | 0]!, b3 = b[(atB + 3) | 0]!;
    const a0 = a[atA]!;
    c00 += a0 * b0; c01 += a0 * b1; c02 += a0 * b2; c03 += a0 * b3;
    const a1 = a[(atA + 1) | 0]!;
    c10 += a1 * b0; c11 += a1 * b1; c12 += a1 * b2; c13 += a1 * b3;
    const a2 = a[(atA + 2) | 0]!;
    c20 += a2 * b0; c21 += a2 * b1; c22 += a2 * b2; c23 += a2 * b3;
    const a3 = a[(atA + 3) | 0]!;
    c30 += a3 * b0; c31 += a3 * b1; c32 += a3 * b2; c33 += a3 * b3;
    atA = (atA + 4) | 0;
    atB = (atB + 4) | 0;
  }
  tile[0] = c00; tile[1] = c01; tile[2] = c02; tile[3] = c03;
  tile[4] = c10; tile[5] = c11; tile[6] = c12; tile[7] = c13;
  tile[8] = c20; tile[9] = c21; tile[10] = c22; tile[11] = c23;
  tile[12] = c30; tile[13] = c31; tile[14] = c32; tile[15] = c33;
}

/** What the tile has beyond the target's edges is zeros from padding, and is left out. */
function addTile({ rows, columns, values }: Matrix, row: number, column: number, tile: Float64Array): void {
  const height = Math.min(lanes, rows - row);
  const width = Math.min(lanes, columns - column);
  for (let i = 0; i < height; i++) {
    const at = (row + i) * columns + column;
    for (let j = 0; j < width; j++) values[at + j]! += tile[i * lanes + j]!;
  }
}
