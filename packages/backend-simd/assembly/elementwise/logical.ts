// Of tensors of one byte a number. Arguments: a, b (not for `not`), out, size, numbers a chunk.
import { address, arg } from '../layout';

/** JavaScript's a && b. */
export function and(chunk: i32): void {
  const a = address(0), b = address(1), out = address(2), end = <usize>min((chunk + 1) * arg(4), arg(3));
  for (let i = <usize>(chunk * arg(4)); i < end; i += 16)
    v128.store(out + i, v128.and(v128.load(b + i), isTrue(v128.load(a + i))));
}

/** JavaScript's a || b. */
export function or(chunk: i32): void {
  const a = address(0), b = address(1), out = address(2), end = <usize>min((chunk + 1) * arg(4), arg(3));
  for (let i = <usize>(chunk * arg(4)); i < end; i += 16) {
    const x = v128.load(a + i);
    v128.store(out + i, v128.bitselect(x, v128.load(b + i), isTrue(x)));
  }
}

export function not(chunk: i32): void {
  const x = address(0), out = address(1), end = <usize>min((chunk + 1) * arg(3), arg(2));
  for (let i = <usize>(chunk * arg(3)); i < end; i += 16)
    v128.store(out + i, v128.and(i8x16.eq(v128.load(x + i), i8x16.splat(0)), i8x16.splat(1)));
}

@inline
function isTrue(x: v128): v128 {
  return i8x16.ne(x, i8x16.splat(0));
}
