import { address, arg } from '../../layout';

/** Adds up what the blocks gave. Arguments: blocks in float64 [outer, size, inner], out [outer, inner], outer, size, inner, divisor. */
export function sumBlocks(_chunk: i32): void {
  const size = arg(3),
    inner = arg(4);
  for (let to = 0; to < arg(2) * inner; to++) {
    let from = address(0) + ((<usize>(to / inner * size) * inner + to % inner) << 3);
    let sum: f64 = 0;
    for (let block = 0; block < size; block++, from += <usize>inner << 3) sum += load<f64>(from);
    store<f32>(address(1) + (<usize>to << 2), <f32>(sum / arg(5)));
  }
}
