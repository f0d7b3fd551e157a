import { address, arg } from '../../layout';
import { packedFilter, panelCount, phaseAt } from '../plan';
import { PANEL_BYTES } from '../tile';
import { Word } from '../words';
import { isTransformed } from './transformed';

/** G g G': the values of the filter, in panels as it is packed itself, those of one kind together. A chunk is a panel; runs after `packFilter`. */
export function transformFilter(panel: i32): void {
  if (!isTransformed()) return;
  const tap = <usize>arg(Word.DEPTH) * PANEL_BYTES, step = <usize>panelCount() * tap;
  const source = packedFilter(phaseAt(0)) + <usize>(9 * panel) * tap, target = address(Word.TRANSFORMED) + <usize>panel * tap;
  for (let at: usize = 0; at < tap; at += 16) {
    const from = source + at, to = target + at;
    for (let column: usize = 0; column < 3; column++) transformThree(from + column * tap, 3 * tap, to + column * step, 4 * step);
    for (let row: usize = 0; row < 4; row++) transformThree(to + 4 * row * step, step, to + 4 * row * step, step);
  }
}

/** Three numbers g become four: g0, (g0 + g1 + g2) / 2, (g0 - g1 + g2) / 2, g2. */
function transformThree(source: usize, sourceStep: usize, target: usize, step: usize): void {
  const first = v128.load(source), second = v128.load(source + sourceStep), third = v128.load(source + 2 * sourceStep);
  const half = f32x4.splat(0.5), outer = f32x4.add(first, third);
  v128.store(target, first);
  v128.store(target + step, f32x4.mul(half, f32x4.add(outer, second)));
  v128.store(target + 2 * step, f32x4.mul(half, f32x4.sub(outer, second)));
  v128.store(target + 3 * step, third);
}
