// The stream of core's Rng. The words are drawn into the place of the numbers that they become.
import { address, arg } from '../layout';
import { normals4 } from './box-muller';
import { beginOf, endOf } from './chunk';
import { threefry } from './threefry';

/**
 * Normals: Box and Muller's transform of two words into two.
 * Arguments: out, size, the two words of the key, the number of the first block (low word, high word).
 */
export function normals(chunk: i32): void {
  const begin = beginOf(chunk), end = address(0) + endOf(chunk, 1);
  threefry(arg(2), arg(3), arg(4), arg(5), <i32>(begin >> 3), address(0) + begin, end);
  for (let to = address(0) + begin; to < end; to += 16) v128.store(to, normals4(v128.load(to)));
}
