import { PANEL_ROW } from './shape';

/** Four rows of the source become four columns of a panel, by transposing blocks of 4 x 4. */
export function transposeFour(source: usize, row: usize, depth: i32, target: usize): void {
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

@inline
function transposeBlock(r0: v128, r1: v128, r2: v128, r3: v128, target: usize): void {
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(target, v128.shuffle<f64>(low01, low23, 0, 2));
  v128.store(target, v128.shuffle<f64>(low01, low23, 1, 3), PANEL_ROW);
  v128.store(target, v128.shuffle<f64>(high01, high23, 0, 2), 2 * PANEL_ROW);
  v128.store(target, v128.shuffle<f64>(high01, high23, 1, 3), 3 * PANEL_ROW);
}
