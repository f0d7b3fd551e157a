import { COLUMNS, PANEL_ROW } from './shape';
import { transposeFour } from './transpose-four';

/** Rows of B packed at a time: so few that two panels can share each cache line they read, even where the rows crowd into few sets. */
const ROWS_PER_PASS: i32 = 8;

/** Bytes that B takes in panels, [ceil(columns / 8), depth, 8], the last one filled up with zeros. */
export function packedBytes(depth: i32, columns: i32): usize {
  return ((<usize>columns + COLUMNS - 1) / COLUMNS) * <usize>depth * PANEL_ROW;
}

/** Packs panels [from, to) of B [depth, columns], whose rows are `stride` values apart. */
export function packPanels(b: usize, stride: i32, depth: i32, columns: i32, packed: usize, from: i32, to: i32): void {
  const row = <usize>stride << 2;
  for (let k = 0; k < depth; k += ROWS_PER_PASS) {
    const rows = min(ROWS_PER_PASS, depth - k);
    for (let panel = from; panel < to; panel++) {
      const source = b + <usize>k * row + <usize>panel * PANEL_ROW;
      const target = packed + (<usize>panel * <usize>depth + <usize>k) * PANEL_ROW;
      const width = columns - panel * <i32>COLUMNS;
      if (width >= <i32>COLUMNS) copyWide(source, row, rows, target);
      else copyNarrow(source, row, 4, rows, width, target);
    }
  }
}

/** Packs panels [from, to) of the transpose of B [columns, depth], whose rows are `stride` values apart. */
export function packPanelsTransposed(b: usize, stride: i32, depth: i32, columns: i32, packed: usize, from: i32, to: i32): void {
  const row = <usize>stride << 2;
  for (let panel = from; panel < to; panel++) {
    const source = b + <usize>panel * COLUMNS * row;
    const target = packed + <usize>panel * <usize>depth * PANEL_ROW;
    const width = columns - panel * <i32>COLUMNS;
    if (width >= <i32>COLUMNS) { transposeFour(source, row, depth, target); transposeFour(source + 4 * row, row, depth, target + 16); }
    else copyNarrow(source, 4, row, depth, width, target);
  }
}

@inline
function copyWide(source: usize, row: usize, rows: i32, target: usize): void {
  for (let k = 0; k < rows; k++) {
    v128.store(target, v128.load(source));
    v128.store(target, v128.load(source, 16), 16);
    source += row; target += PANEL_ROW;
  }
}

/** The last panel: `width` columns, `column` bytes apart, and zeros. */
function copyNarrow(source: usize, row: usize, column: usize, rows: i32, width: i32, target: usize): void {
  for (let k = 0; k < rows; k++) {
    for (let j: usize = 0; j < COLUMNS; j++) store<f32>(target + (j << 2), j < <usize>width ? load<f32>(source + j * column) : 0);
    source += row; target += PANEL_ROW;
  }
}
