import { address } from './layout';

/** The kernel by which the crew itself is tested: counts, on a cache line each, how often every chunk was done. Arguments: lines. */
export function tally(chunk: i32): void {
  const line = address(0) + ((<usize>chunk) << 6);
  store<i32>(line, load<i32>(line) + 1);
}
