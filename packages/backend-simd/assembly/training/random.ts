// The stream of core's Rng. The words are drawn into the place of the numbers that they become.
// Arguments of both: out, size, the two words of the key, the number of the first block (low word, high word).
import { address, arg } from '../layout';
import { normals4 } from './box-muller';
import { beginOf, endOf } from './chunk';
import { threefry } from './threefry';

/** Normals: Box and Muller's transform of two words into two. */
export function normals(chunk: i32): void {
  const end = drawWords(chunk);
  for (let to = address(0) + beginOf(chunk); to < end; to += 16) v128.store(to, normals4(v128.load(to)));
}

/** Uniforms: the middle of one of 2^23 cells of (0, 1), exact in float32. */
export function uniforms(chunk: i32): void {
  const end = drawWords(chunk);
  for (let to = address(0) + beginOf(chunk); to < end; to += 16) {
    const cell = f32x4.convert_i32x4_u(i32x4.shr_u(v128.load(to), 9));
    v128.store(to, f32x4.mul(f32x4.add(cell, f32x4.splat(0.5)), f32x4.splat(1.0 / 0x800000)));
  }
}

/** Returns the address behind the last word of the chunk. */
// @ts-expect-error: decorator
@inline
function drawWords(chunk: i32): usize {
  const begin = beginOf(chunk),
    end = address(0) + endOf(chunk, 1);
  threefry(arg(2), arg(3), arg(4), arg(5), <i32>(begin >> 3), address(0) + begin, end);
  return end;
}
