import { fma } from '../fma';
import { address, arg, scalar } from '../layout';

// The terms of each channel lie in a table [3, period]: mean, factor, offset. Where the channels are no multiple of 4, the table holds them
// four times over, so that a vector of x always meets a vector of the table.

/** Arguments: mean, variance, offset or 0, scale or 0 ([channels] each), table, channels, period, epsilon. */
export function batchNormTable(_chunk: i32): void {
  const table = address(4),
    channels = arg(5),
    row = <usize>arg(6) << 2;
  for (let i = 0; i < arg(6); i++) {
    const channel = <usize>(i % channels) << 2,
      to = table + (<usize>i << 2);
    const scale = address(3) == 0 ? <f32>1 : load<f32>(address(3) + channel);
    store<f32>(to, load<f32>(address(0) + channel));
    store<f32>(to + row, <f32>(<f64>scale / sqrt(<f64>load<f32>(address(1) + channel) + scalar(7))));
    store<f32>(to + row * 2, address(2) == 0 ? <f32>0 : load<f32>(address(2) + channel));
  }
}

/** (x - mean) factor + offset. Arguments: x, out, size, table, period, numbers a chunk: a multiple of four periods. */
export function batchNorm(chunk: i32): void {
  const table = address(3),
    row = <usize>arg(4) << 2,
    first = <usize>chunk * arg(5) << 2,
    end = min(first + (<usize>arg(5) << 2), <usize>arg(2) << 2);
  let term = table;
  for (let i = first; i < end; i += 16) {
    const centred = f32x4.sub(v128.load(address(0) + i), v128.load(term));
    v128.store(address(1) + i, fma(centred, v128.load(term + row), v128.load(term + row * 2)));
    term += 16;
    if (term == table + row) term = table;
  }
}
