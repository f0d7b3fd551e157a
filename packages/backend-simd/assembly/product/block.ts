import { mergeTile } from './merge';
import { Product } from './product';
import { multiplyRow, ROW_PANELS } from './row';
import { TABLE } from './scratch';
import { COLUMNS, nextRows, PANEL_ROW } from './shape';
import { multiplyTile } from './tile';

const ROW_COLUMNS: i32 = ROW_PANELS * <i32>COLUMNS;

/**
 * Depths [k, k + length) of `count` rows and all columns, stored at `c` where k is 0 and added to what is there after that. The rows' addresses stand in the
 * scratch's table and move on by `aStep` bytes, so they may lie anywhere: in A, in a copy, or in an image whose patches are the rows.
 */
export function multiplyBlock(product: Product, count: i32, aStep: usize, k: i32, length: i32, c: usize, scratch: usize): void {
  const bPanel = <usize>product.bPanel << 2, bStep = <usize>product.bStep << 2;
  const columns = product.columns, add = k > 0;
  let b = product.b + <usize>k * bStep, j = 0;
  if (count == 1) {
    for (; j + ROW_COLUMNS <= columns; j += ROW_COLUMNS) {
      multiplyRowPart(aStep, b, bPanel, bStep, length, c + (<usize>j << 2), add, scratch);
      b += <usize>ROW_PANELS * bPanel;
    }
  }
  for (; j < columns; j += <i32>COLUMNS) {
    multiplyPanel(count, aStep, b, bStep, length, c + (<usize>j << 2), <usize>product.cRow << 2, min(<i32>COLUMNS, columns - j), add, scratch);
    b += bPanel;
  }
}

/** 32 columns of a lone row. */
function multiplyRowPart(aStep: usize, b: usize, bPanel: usize, bStep: usize, depth: i32, c: usize, add: bool, scratch: usize): void {
  const a = load<usize>(scratch + TABLE);
  multiplyRow(a, aStep, b, b + bPanel, b + 2 * bPanel, b + 3 * bPanel, bStep, depth, add ? scratch : c);
  if (add) mergeTile(scratch, c, 0, 1, ROW_COLUMNS, true);
}

/** All rows of one panel. Sums that are not the first, or that are fewer than a tile's columns, go through the scratch. */
function multiplyPanel(count: i32, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cRow: usize, width: i32, add: bool, scratch: usize): void {
  const direct = width == <i32>COLUMNS && !add;
  for (let i = 0, rows = 0; i < count; i += rows) {
    rows = nextRows(count - i);
    const table = scratch + TABLE + (<usize>i << 2), target = c + <usize>i * cRow;
    if (direct) { multiplyTile(rows, table, aStep, b, bStep, depth, target, cRow); continue; }
    multiplyTile(rows, table, aStep, b, bStep, depth, scratch, PANEL_ROW);
    mergeTile(scratch, target, cRow, rows, width, add);
  }
}
