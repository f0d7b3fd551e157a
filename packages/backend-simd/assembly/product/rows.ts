/** Rows a multiple of this many bytes apart crowd into a few sets of the first-level cache and push each other out. */
export const CROWDED: usize = 1024;

/** Bytes from one copied row to the next: an odd number of cache lines, so that the rows spread over all sets. */
export function rowBytes(depth: i32): usize {
  return <usize>((((depth + 15) >> 4) | 1) << 6);
}

/** Copies `depth` values of each of `count` rows, `aRow` bytes apart. */
export function copyRows(a: usize, aRow: usize, count: i32, depth: i32, target: usize): void {
  const bytes = <usize>depth << 2, next = rowBytes(depth);
  for (let i = 0; i < count; i++) {
    memory.copy(target, a, bytes);
    a += aRow; target += next;
  }
}
