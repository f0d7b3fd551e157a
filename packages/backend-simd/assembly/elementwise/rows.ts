// The innermost dimension of an output is its row. Along it an operand either goes on, number by number, or stays at one.
//
// Arguments: a, b, out, size, numbers a chunk, dimensions, and for each of these, the innermost first, its size and the bytes from
// one place to the next in a and in b, 0 where one is repeated.
import { address, arg } from '../layout';
import { Binary } from './binary-result';
import { bytesOfResult, row } from './row';

const DIMENSIONS: i32 = 6;

/** The rows, and parts of rows, of a chunk. */
@inline
export function rows(operation: Binary, chunk: i32): void {
  const length = arg(DIMENSIONS), aStep = arg(DIMENSIONS + 1), bStep = arg(DIMENSIONS + 2), end = min((chunk + 1) * arg(4), arg(3));
  let at = chunk * arg(4), index = at / length, skipped = at - index * length;
  while (at < end) {
    const starts = startsOf(index), count = min(length - skipped, end - at);
    const a = <usize>starts + skipped * aStep, b = <usize>(starts >> 32) + skipped * bStep;
    row(operation, a, aStep, b, bStep, address(2) + at * bytesOfResult(operation), count);
    at += count;
    index += 1;
    skipped = 0;
  }
}

/** The addresses of a row in a, the lower half, and in b, the upper. */
function startsOf(index: i32): u64 {
  const outermost = DIMENSIONS + 3 * (arg(5) - 1);
  let a = arg(0), b = arg(1);
  for (let dimension = DIMENSIONS + 3; dimension <= outermost; dimension += 3) {
    const outer = dimension == outermost ? 0 : index / arg(dimension), place = index - outer * arg(dimension);
    a += place * arg(dimension + 1);
    b += place * arg(dimension + 2);
    index = outer;
  }
  return ((<u64>b) << 32) | <u32>a;
}
