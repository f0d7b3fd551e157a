import { COLUMNS, PANEL_ROW } from './shape';

/** Bytes that the packed right operand takes: [ceil(columns / 8), depth, 8], the last panel filled up with zeros. */
export function packedBytes(depth: i32, columns: i32): usize {
  return ((<usize>columns + COLUMNS - 1) / COLUMNS) * <usize>depth * PANEL_ROW;
}

/** Packs panels [from, to) of a right operand [depth, columns] whose rows are `stride` values apart. */
export function packPanels(b: usize, stride: i32, depth: i32, columns: i32, packed: usize, from: i32, to: i32): void {
  for (let panel = from; panel < to; panel++) {
    const source = b + <usize>panel * PANEL_ROW;
    const target = packed + <usize>panel * <usize>depth * PANEL_ROW;
    const width = columns - panel * <i32>COLUMNS;
    if (width >= <i32>COLUMNS) copyPanel(source, (<usize>stride) << 2, depth, target);
    else copyNarrowPanel(source, (<usize>stride) << 2, depth, width, target);
  }
}

/** Packs panels [from, to) of the transpose of a matrix [columns, depth] whose rows are `stride` values apart. */
export function packPanelsTransposed(b: usize, stride: i32, depth: i32, columns: i32, packed: usize, from: i32, to: i32): void {
  const row = (<usize>stride) << 2;
  for (let panel = from; panel < to; panel++) {
    const source = b + <usize>panel * COLUMNS * row;
    const target = packed + <usize>panel * <usize>depth * PANEL_ROW;
    const width = columns - panel * <i32>COLUMNS;
    if (width >= <i32>COLUMNS) { transposeHalf(source, row, depth, target); transposeHalf(source + 4 * row, row, depth, target + 16); }
    else transposeNarrowPanel(source, row, depth, width, target);
  }
}

function copyPanel(source: usize, row: usize, depth: i32, target: usize): void {
  for (let k = 0; k < depth; k++) {
    v128.store(target, v128.load(source));
    v128.store(target, v128.load(source, 16), 16);
    source += row; target += PANEL_ROW;
  }
}

function copyNarrowPanel(source: usize, row: usize, depth: i32, width: i32, target: usize): void {
  for (let k = 0; k < depth; k++) {
    for (let j: usize = 0; j < COLUMNS; j++) store<f32>(target + (j << 2), <i32>j < width ? load<f32>(source + (j << 2)) : 0);
    source += row; target += PANEL_ROW;
  }
}

/** Four rows of the source become four columns of the panel, by transposing 4 x 4 blocks. */
function transposeHalf(source: usize, row: usize, depth: i32, target: usize): void {
  const s1 = source + row, s2 = s1 + row, s3 = s2 + row;
  const whole = (<usize>depth << 2) & ~15, end = <usize>depth << 2;
  for (let k: usize = 0; k < whole; k += 16) {
    const r0 = v128.load(source + k), r1 = v128.load(s1 + k), r2 = v128.load(s2 + k), r3 = v128.load(s3 + k);
    const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
    const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    v128.store(target, v128.shuffle<f64>(low01, low23, 0, 2));
    v128.store(target, v128.shuffle<f64>(low01, low23, 1, 3), PANEL_ROW);
    v128.store(target, v128.shuffle<f64>(high01, high23, 0, 2), 2 * PANEL_ROW);
    v128.store(target, v128.shuffle<f64>(high01, high23, 1, 3), 3 * PANEL_ROW);
    target += 4 * PANEL_ROW;
  }
  for (let k = whole; k < end; k += 4) {
    store<f32>(target, load<f32>(source + k)); store<f32>(target, load<f32>(s1 + k), 4);
    store<f32>(target, load<f32>(s2 + k), 8); store<f32>(target, load<f32>(s3 + k), 12);
    target += PANEL_ROW;
  }
}

function transposeNarrowPanel(source: usize, row: usize, depth: i32, width: i32, target: usize): void {
  for (let j: usize = 0; j < COLUMNS; j++) {
    for (let k: usize = 0; k < <usize>depth; k++) {
      store<f32>(target + k * PANEL_ROW + (j << 2), <i32>j < width ? load<f32>(source + j * row + (k << 2)) : 0);
    }
  }
}

/** Copies `rows` neighbouring values out of each of `depth` rows: the left operand of one tile, when it is stored transposed. */
export function packStrip(a: usize, row: usize, rows: i32, depth: i32, target: usize): void {
  const width = (<usize>rows) << 2;
  for (let k = 0; k < depth; k++) {
    for (let i: usize = 0; i < width; i += 4) store<f32>(target + i, load<f32>(a + i));
    a += row; target += width;
  }
}
