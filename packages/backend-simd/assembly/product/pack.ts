import { COLUMNS, PANEL_ROW } from './shape';

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

// @ts-ignore: decorator
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

/** Four rows of the source become four columns of a panel, by transposing blocks of 4 x 4. */
function transposeFour(source: usize, row: usize, depth: i32, target: usize): void {
  const second = source + row, third = second + row, fourth = third + row;
  const end = <usize>depth << 2, whole = end & ~15;
  for (let k: usize = 0; k < whole; k += 16) {
    transposeBlock(v128.load(source + k), v128.load(second + k), v128.load(third + k), v128.load(fourth + k), target);
    target += 4 * PANEL_ROW;
  }
  for (let k = whole; k < end; k += 4) {
    store<f32>(target, load<f32>(source + k)); store<f32>(target, load<f32>(second + k), 4);
    store<f32>(target, load<f32>(third + k), 8); store<f32>(target, load<f32>(fourth + k), 12);
    target += PANEL_ROW;
  }
}

// @ts-ignore: decorator
@inline
function transposeBlock(r0: v128, r1: v128, r2: v128, r3: v128, target: usize): void {
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(target, v128.shuffle<f64>(low01, low23, 0, 2));
  v128.store(target, v128.shuffle<f64>(low01, low23, 1, 3), PANEL_ROW);
  v128.store(target, v128.shuffle<f64>(high01, high23, 0, 2), 2 * PANEL_ROW);
  v128.store(target, v128.shuffle<f64>(high01, high23, 1, 3), 3 * PANEL_ROW);
}
