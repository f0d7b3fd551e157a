import { address, arg } from '../../layout';
import { pieces, ROW_BLOCK } from '../blocks';
import { loadLanes } from '../lanes';

/**
 * The largest number of each block of a row, or the smallest. Arguments: x [outer, size], out [outer, blocks], outer, size,
 * blocks a chunk, sign: 0, or the sign bit for the smallest, which is the largest of the numbers with their signs flipped.
 */
export function maxRows(chunk: i32): void {
  const size = arg(3),
    blocks = pieces(size, ROW_BLOCK),
    end = min((chunk + 1) * arg(4), arg(2) * blocks);
  for (let block = chunk * arg(4); block < end; block++) {
    const first = (block % blocks) * ROW_BLOCK;
    const from = address(0) + ((<usize>(block / blocks) * size + first) << 2);
    store<f32>(address(1) + (<usize>block << 2), maxRow(from, min(size - first, ROW_BLOCK), arg(5)));
  }
}

/**
 * NaN wins over every number, as in tfjs. Not inlined: where a loop uses the result, V8 would do the last steps anew in every turn, for they
 * are pure.
 */
export function maxRow(from: usize, count: i32, signBit: i32): f32 {
  const lowest = f32x4.splat(-Infinity),
    sign = i32x4.splat(signBit);
  let a = lowest;
  if (count >= 16) {
    let b = a, c = a, d = a;
    for (; count >= 16; count -= 16, from += 64) {
      a = f32x4.max(a, v128.xor(v128.load(from), sign));
      b = f32x4.max(b, v128.xor(v128.load(from + 16), sign));
      c = f32x4.max(c, v128.xor(v128.load(from + 32), sign));
      d = f32x4.max(d, v128.xor(v128.load(from + 48), sign));
    }
    a = f32x4.max(f32x4.max(a, b), f32x4.max(c, d));
  }
  for (; count > 0; count -= 4, from += 16) a = f32x4.max(a, v128.xor(loadLanes(from, count, v128.xor(lowest, sign)), sign));
  a = f32x4.max(a, i32x4.shuffle(a, a, 2, 3, 0, 1));
  a = f32x4.max(a, i32x4.shuffle(a, a, 1, 0, 3, 2));
  return f32x4.extract_lane(v128.xor(a, sign), 0);
}
