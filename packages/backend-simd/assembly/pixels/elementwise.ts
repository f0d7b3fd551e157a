import { Group, inputOf, lookAt, mapOf, outputOf, placeOf } from './group';
import { storeLanes } from './store';
import { Affine, Combine, Copy } from './words';

/** x * scale + offset. */
export function affinePixel(group: Group, affine: Affine): void {
  const channels = mapOf(group, affine.output).channels, scale = f32x4.splat(affine.scaleBy), offset = f32x4.splat(affine.offset);
  let input = inputOf(group, affine), output = outputOf(group, affine);
  for (let image = group.count; image > 0; image--, input += group.step, output += group.step) {
    for (let left = channels, at: usize = 0; left > 0; left -= 4, at += 16) {
      storeLanes(output + at, f32x4.add(f32x4.mul(v128.load(input + at), scale), offset), left);
    }
  }
}

export function addPixels(group: Group, combine: Combine): void {
  combinePixels(true, group, combine);
}

export function multiplyPixels(group: Group, combine: Combine): void {
  combinePixels(false, group, combine);
}

@inline
function combinePixels(sum: bool, group: Group, combine: Combine): void {
  const channels = mapOf(group, combine.output).channels;
  let left = inputOf(group, combine), right = placeOf(group, mapOf(group, combine.right), group.row, group.column);
  let output = outputOf(group, combine);
  for (let image = group.count; image > 0; image--, left += group.step, right += group.step, output += group.step) {
    for (let rest = channels, at: usize = 0; rest > 0; rest -= 4, at += 16) {
      const a = v128.load(left + at), b = v128.load(right + at);
      storeLanes(output + at, sum ? f32x4.add(a, b) : f32x4.mul(a, b), rest);
    }
  }
}

export function copyPixel(group: Group, copy: Copy): void {
  const zeros = f32x4.splat(0);
  let input = lookAt(group, mapOf(group, copy.input), group.row + copy.row, group.column + copy.column);
  let output = outputOf(group, copy) + ((<usize>copy.to) << 2);
  const inside = input != 0;
  input += (<usize>copy.from) << 2;
  for (let image = group.count; image > 0; image--, input += group.step, output += group.step) {
    for (let left = copy.count, at: usize = 0; left > 0; left -= 4, at += 16) {
      storeLanes(output + at, inside ? v128.load(input + at) : zeros, left);
    }
  }
}
