import { address, arg } from '../layout';
import { offsetOf } from './axes';
import { copyRun } from './run';

const AXES: i32 = 6;

/**
 * Writes one after the other the runs that lie anywhere in the source. Arguments: source, out, runs, runs a chunk, bytes of a
 * run, the number of axes (at least 1), and for each axis its extent and its stride in bytes.
 */
export function moveRuns(chunk: i32): void {
  const source = address(0),
    bytes = address(4),
    outer = arg(5) - 1,
    inner = AXES + 2 * outer,
    extent = address(inner),
    stride = address(inner + 1);
  let run = <usize>(chunk * arg(3)),
    to = address(1) + run * bytes;
  const end = min(run + address(3), address(2));
  while (run < end) {
    const group = run / extent,
      begin = run - group * extent,
      count = min(extent - begin, end - run);
    let from = source + offsetOf(<u32>group, AXES, outer) + begin * stride;
    run += count;
    for (const stop = to + count * bytes; to < stop; to += bytes, from += stride) copyRun(to, from, bytes);
  }
}
