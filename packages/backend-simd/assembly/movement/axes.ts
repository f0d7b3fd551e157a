import { arg } from '../layout';

/**
 * How many bytes into the source the place `index` of the axes lies, where the last axis runs fastest. An axis is two arguments,
 * its extent and the bytes from one of its places to the next in the source; `first` is the number of the first argument of the
 * first one.
 */
export function offsetOf(index: u32, first: i32, axes: i32): usize {
  let offset: usize = 0;
  for (let word = first + 2 * (axes - 1); word >= first; word -= 2) {
    const extent = <u32>arg(word),
      next = index / extent;
    offset += <usize>((index - next * extent) * <u32>arg(word + 1));
    index = next;
  }
  return offset;
}
