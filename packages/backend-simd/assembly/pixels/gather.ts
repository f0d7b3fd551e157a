import { Group, lookAt } from './group';
import { PixelMap, Taps } from './words';

/** Puts what an output looks at in one row of numbers an image, and says where. Beside the image are zeros. */
export function gather(group: Group, input: PixelMap, taps: Taps, row: i32, column: i32): void {
  const channels = <usize>input.channels << 2;
  let tap = changetype<usize>(taps) + offsetof<Taps>();
  if (taps.count == 1) {
    const only = lookAt(group, input, row + load<i32>(tap), column + load<i32>(tap, 4));
    if (only) return setRows(group, only, group.step);
  }
  let target = group.gathered;
  for (let i = taps.count; i > 0; i--, tap += 8, target += channels) {
    copyImages(group, lookAt(group, input, row + load<i32>(tap), column + load<i32>(tap, 4)), channels, target);
  }
  setRows(group, group.gathered, group.gatherStep);
}

/** The last image's once more where there are fewer than a tile has rows. */
function setRows(group: Group, first: usize, step: usize): void {
  const last = <usize>(group.count - 1);
  group.row0 = first; group.row1 = first + min(1, last) * step; group.row2 = first + min(2, last) * step; group.row3 = first + last * step;
}

/** Whole vectors: what is too much is written over by the next tap, or lies between the rows. */
function copyImages(group: Group, from: usize, bytes: usize, to: usize): void {
  for (let image = group.count; image > 0; image--, to += group.gatherStep) {
    for (let i: usize = 0; i < bytes; i += 16) v128.store(to + i, from ? v128.load(from + i) : f32x4.splat(0));
    if (from) from += group.step;
  }
}
