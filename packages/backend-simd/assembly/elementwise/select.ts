// out = condition ? a : b, of tensors with 4 bytes a number. A byte of 1 says yes, as in tfjs, and anything else no.
import { address, arg } from '../layout';
import { loadBytes } from './bytes';

/** A condition for every number. Arguments: condition, a, b, out, size, numbers a chunk. */
export function select(chunk: i32): void {
  const condition = address(0), a = address(1), b = address(2), out = address(3), end = <usize>min((chunk + 1) * arg(5), arg(4));
  for (let i = <usize>(chunk * arg(5)); i < end; i += 4) {
    const isTrue = i32x4.eq(loadBytes(condition + i), i32x4.splat(1)), at = i << 2;
    v128.store(out + at, v128.bitselect(v128.load(a + at), v128.load(b + at), isTrue));
  }
}

/** A condition for every row. One chunk. Arguments: condition, a, b, out, rows, bytes a row. */
export function selectRows(_chunk: i32): void {
  const bytes = <usize>arg(5), rows = <usize>arg(4);
  for (let row: usize = 0; row < rows; row++) {
    const chosen = load<u8>(address(0) + row) == 1 ? address(1) : address(2);
    memory.copy(address(3) + row * bytes, chosen + row * bytes, bytes);
  }
}
