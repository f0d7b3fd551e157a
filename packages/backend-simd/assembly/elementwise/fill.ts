import { address, arg } from '../layout';

/** Every 32-bit word of out is the same. Arguments: out, size, numbers a chunk, the word. */
export function fill(chunk: i32): void {
  const out = address(0), value = i32x4.splat(arg(3)), end = <usize>min((chunk + 1) * arg(2), arg(1)) << 2;
  for (let i = <usize>(chunk * arg(2)) << 2; i < end; i += 16) v128.store(out + i, value);
}
