import { PANEL_ROW } from './shape';

/** Moves the sums of a tile, [rows, 8] or one longer row, from the buffer to C, or adds them to what C holds. */
export function mergeTile(tile: usize, c: usize, cRow: usize, rows: i32, columns: i32, add: bool): void {
  for (let i = 0; i < rows; i++) {
    mergeRow(tile, c, <usize>columns << 2, add);
    tile += PANEL_ROW; c += cRow;
  }
}

@inline
function mergeRow(sums: usize, c: usize, bytes: usize, add: bool): void {
  const whole = bytes & ~15;
  let at: usize = 0;
  for (; at < whole; at += 16) {
    const sum = v128.load(sums + at);
    v128.store(c + at, add ? f32x4.add(v128.load(c + at), sum) : sum);
  }
  for (; at < bytes; at += 4) {
    const sum = load<f32>(sums + at);
    store<f32>(c + at, add ? load<f32>(c + at) + sum : sum);
  }
}
