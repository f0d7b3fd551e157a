import { address, arg } from '../layout';

/** Values that a chunk makes. */
const CHUNK: i32 = 4096;

/** out[i] = the sum of source[i * copies + m] over m < copies. Arguments: source, out, size of out, copies. */
export function sumCopies(chunk: i32): void {
  const copies = <usize>arg(3), begin = <usize>(chunk * CHUNK), end = <usize>min((chunk + 1) * CHUNK, arg(2)), out = address(1);
  let from = address(0) + ((begin * copies) << 2);
  for (let i = begin; i < end; i++) {
    let sum: f32 = 0;
    for (const next = from + (copies << 2); from < next; from += 4) sum += load<f32>(from);
    store<f32>(out + (i << 2), sum);
  }
}
