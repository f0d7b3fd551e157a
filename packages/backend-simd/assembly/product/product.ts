import { blockDepth, COLUMNS, PANEL_ROW, ROWS } from './shape';
import { finish } from './finish';
import { packStrip } from './pack';
import { multiplyTile } from './tile';

/** Rows whose share of one depth block stays in the second-level cache while all panels pass. */
const ROWS_AT_ONCE: i32 = 60;

/** Bytes of scratch that `multiplyRows` needs, for each thread: a tile for narrow panels, and the strips of a transposed left operand. */
export function scratchBytes(depth: i32): usize {
  return <usize>ROWS * PANEL_ROW + <usize>ROWS_AT_ONCE * (<usize>blockDepth(depth) << 2);
}

/**
 * Rows [from, to) of C [rows, columns] = A [rows, depth] x B [depth, columns] (+ bias [columns], then the activation).
 * Strides are in values: A's element (i, k) is at `i * aRow + k * aStep`; B's panel p of 8 columns starts at `p * bPanel`, its row k at `k * bStep`
 * (packed: `bPanel = 8 * depth`, `bStep = 8`; B itself where columns is a multiple of 8: `bPanel = 8`, `bStep` = its row stride).
 */
export function multiplyRows(
  a: usize, aRow: i32, aStep: i32, b: usize, bPanel: i32, bStep: i32, c: usize, cRow: i32,
  bias: usize, activation: i32, from: i32, to: i32, columns: i32, depth: i32, scratch: usize,
): void {
  for (let i = from; i < to; i += ROWS_AT_ONCE) {
    const rows = min(ROWS_AT_ONCE, to - i);
    const rowA = a + ((<usize>i * <usize>aRow) << 2), rowC = c + ((<usize>i * <usize>cRow) << 2);
    multiplyRowBlock(rowA, <usize>aRow << 2, <usize>aStep << 2, b, <usize>bPanel << 2, <usize>bStep << 2, rowC, <usize>cRow << 2, rows, columns, depth, scratch);
    finish(rowC, <usize>cRow << 2, rows, columns, bias, activation);
  }
}

function multiplyRowBlock(
  a: usize, aRow: usize, aStep: usize, b: usize, bPanel: usize, bStep: usize, c: usize, cRow: usize, rows: i32, columns: i32, depth: i32, scratch: usize,
): void {
  const block = blockDepth(depth);
  const strips = scratch + <usize>ROWS * PANEL_ROW;
  for (let k = 0; k < depth; k += block) {
    const length = min(block, depth - k);
    let blockA = a + <usize>k * aStep, stepA = aStep;
    const packed = aStep != 4 && columns > <i32>COLUMNS;
    if (packed) packStrips(blockA, aStep, rows, length, strips);
    multiplyBlock(packed ? strips : blockA, aRow, packed ? 0 : aStep, b + <usize>k * bStep, bPanel, bStep, c, cRow, rows, columns, length, k > 0, scratch);
  }
}

/** Rows of the next tile: full ones, but the last two share what is left, since a narrow tile cannot hide the latency of its additions. */
// @ts-ignore: decorator
@inline
function nextRows(left: i32): i32 {
  return left >= 2 * ROWS ? ROWS : left > ROWS ? (left + 1) >> 1 : left;
}

function packStrips(a: usize, aStep: usize, rows: i32, depth: i32, target: usize): void {
  for (let i = 0, count = 0; i < rows; i += count) {
    count = nextRows(rows - i);
    packStrip(a + (<usize>i << 2), aStep, count, depth, target + ((<usize>i * <usize>depth) << 2));
  }
}

/** One block of depth for some rows and all columns. `aStep` 0 stands for packed strips. */
function multiplyBlock(
  a: usize, aRow: usize, aStep: usize, b: usize, bPanel: usize, bStep: usize, c: usize, cRow: usize, rows: i32, columns: i32, depth: i32, add: bool, edge: usize,
): void {
  for (let j = 0; j < columns; j += <i32>COLUMNS) {
    for (let i = 0, count = 0; i < rows; i += count) {
      count = nextRows(rows - i);
      const tileC = c + <usize>i * cRow + (<usize>j << 2);
      const tileA = aStep ? a + <usize>i * aRow : a + ((<usize>i * <usize>depth) << 2);
      const tileRow = aStep ? aRow : 4, tileStep = aStep ? aStep : <usize>count << 2;
      const width = min(<i32>COLUMNS, columns - j);
      if (width == <i32>COLUMNS && !add) {
        multiplyTile(count, tileA, tileRow, tileStep, b, bStep, depth, tileC, cRow);
      } else {
        multiplyTile(count, tileA, tileRow, tileStep, b, bStep, depth, edge, PANEL_ROW);
        mergeTile(edge, tileC, cRow, count, width, add);
      }
    }
    b += bPanel;
  }
}

/** Moves a tile's sums from the buffer to C, or adds them to the sums of the blocks before. */
function mergeTile(tile: usize, c: usize, cRow: usize, rows: i32, columns: i32, add: bool): void {
  for (let i = 0; i < rows; i++) {
    if (columns == <i32>COLUMNS) {
      v128.store(c, f32x4.add(v128.load(c), v128.load(tile)));
      v128.store(c, f32x4.add(v128.load(c, 16), v128.load(tile, 16)), 16);
    } else {
      for (let j: usize = 0; j < <usize>columns << 2; j += 4) store<f32>(c + j, add ? load<f32>(c + j) + load<f32>(tile + j) : load<f32>(tile + j));
    }
    tile += PANEL_ROW; c += cRow;
  }
}
