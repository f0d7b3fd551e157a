import { address, arg } from '../layout';

/**
 * The sum of tensors of one shape, added in their order. A chunk of the sum stays in the cache while they come by.
 * Arguments: out, size, numbers a chunk, how many tensors, their addresses.
 */
export function addMany(chunk: i32): void {
  const begin = <usize>(chunk * arg(2)) << 2, end = <usize>min((chunk + 1) * arg(2), arg(1)) << 2, out = address(0);
  memory.copy(out + begin, address(4) + begin, end - begin);
  for (let n = 1; n < arg(3); n++) {
    const term = address(4 + n);
    for (let i = begin; i < end; i += 16) v128.store(out + i, f32x4.add(v128.load(out + i), v128.load(term + i)));
  }
}
