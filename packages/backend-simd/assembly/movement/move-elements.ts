import { address, arg } from '../layout';
import { offsetOf } from './axes';

const AXES: i32 = 6;

/**
 * Writes one after the other the numbers of 4 bytes that lie anywhere in the source. Arguments: those of moveRuns, a number being
 * a run of 4 bytes.
 */
export function moveWords(chunk: i32): void {
  moveElements<u32>(chunk);
}

/** The same for numbers of one byte. */
export function moveBytes(chunk: i32): void {
  moveElements<u8>(chunk);
}

@inline
function moveElements<T>(chunk: i32): void {
  const source = address(0),
    outer = arg(5) - 1,
    inner = AXES + 2 * outer,
    extent = address(inner),
    stride = address(inner + 1);
  let element = <usize>(chunk * arg(3)),
    to = address(1) + element * sizeof<T>();
  const end = min(element + address(3), address(2));
  while (element < end) {
    const group = element / extent,
      begin = element - group * extent,
      count = min(extent - begin, end - element);
    let from = source + offsetOf(<u32>group, AXES, outer) + begin * stride;
    element += count;
    for (const stop = to + count * sizeof<T>(); to < stop; to += sizeof<T>(), from += stride) store<T>(to, load<T>(from));
  }
}
