import { address, arg } from '../layout';
import { fillRun } from './run';

/**
 * Arguments: indices, out, indices in all, indices a chunk, depth, the bits of the value at the index, those of the value
 * elsewhere.
 */
export function oneHot(chunk: i32): void {
  const indices = address(0),
    depth = <u32>arg(4),
    bytes = <usize>depth << 2,
    begin = chunk * arg(3),
    end = min(begin + arg(3), arg(2));
  let to = address(1) + <usize>begin * bytes;
  fillRun(to, <usize>(end - begin) * bytes, arg(6));
  for (let row = begin; row < end; row++, to += bytes) {
    const index = load<u32>(indices + (<usize>row << 2));
    if (index < depth) store<i32>(to + (<usize>index << 2), arg(5));
  }
}
