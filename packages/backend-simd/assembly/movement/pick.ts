import { address, arg } from '../layout';
import { copyRun } from './run';

const AXES: i32 = 6;

/**
 * Writes one after the other the runs that tables point at. Arguments: source, out, runs, runs a chunk, bytes of a run, the
 * number of axes (at least 1), and for each axis its extent and the address of its table: for each place the bytes that it adds
 * to the address in the source.
 */
export function pickRuns(chunk: i32): void {
  const source = address(0),
    bytes = address(4),
    outer = arg(5) - 1,
    extent = address(AXES + 2 * outer),
    table = address(AXES + 2 * outer + 1);
  let run = <usize>(chunk * arg(3)),
    to = address(1) + run * bytes;
  const end = min(run + address(3), address(2));
  while (run < end) {
    const group = run / extent,
      begin = run - group * extent,
      stop = min(extent, begin + end - run),
      from = source + placeOf(<u32>group, outer);
    run += stop - begin;
    for (let place = begin; place < stop; place++, to += bytes) copyRun(to, from + load<u32>(table + (place << 2)), bytes);
  }
}

function placeOf(index: u32, axes: i32): usize {
  let offset: usize = 0;
  for (let word = AXES + 2 * (axes - 1); word >= AXES; word -= 2) {
    const extent = <u32>arg(word),
      next = index / extent;
    offset += load<u32>(address(word + 1) + ((index - next * extent) << 2));
    index = next;
  }
  return offset;
}
