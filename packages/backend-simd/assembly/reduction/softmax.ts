import { exp4 } from '../elementwise/math/exp';
import { address, arg } from '../layout';
import { loadLanes, storeLanes } from './lanes';
import { maxRow } from './largest/rows';
import { addUp } from './sum/pairs';

/** e^x over its sum, in each row. Arguments: x [rows, size], out of the same shape, rows, size, rows a chunk. */
export function softmax(chunk: i32): void {
  const size = arg(3),
    end = min((chunk + 1) * arg(4), arg(2));
  for (let row = chunk * arg(4); row < end; row++) {
    const at = (<usize>row * size) << 2,
      from = address(0) + at,
      to = address(1) + at;
    const sum = exponentials(from, to, size, f32x4.splat(maxRow(from, size, 0)));
    divide(to, size, f32x4.splat(sum));
  }
}

@inline
function divide(at: usize, size: i32, divisor: v128): void {
  for (; size > 0; size -= 4, at += 16) storeLanes(at, size, f32x4.div(loadLanes(at, size, divisor), divisor));
}

/** Writes e^(x - top) of a row and returns their sum. Two vectors at once share the constants, and neither waits for the other. */
function exponentials(from: usize, to: usize, size: i32, top: v128): f32 {
  const lowest = f32x4.splat(-Infinity);
  let low = f64x2.splat(0), high = low;
  for (; size >= 8; size -= 8, from += 32, to += 32) {
    const first = exp4(f32x4.sub(v128.load(from), top)),
      second = exp4(f32x4.sub(v128.load(from + 16), top));
    v128.store(to, first);
    v128.store(to + 16, second);
    const both = f32x4.add(first, second);
    low = f64x2.add(low, f64x2.promote_low_f32x4(both));
    high = f64x2.add(high, f64x2.promote_low_f32x4(i32x4.shuffle(both, both, 2, 3, 0, 1)));
  }
  for (; size > 0; size -= 4, from += 16, to += 16) {
    const power = exp4(f32x4.sub(loadLanes(from, size, lowest), top));
    storeLanes(to, size, power);
    low = f64x2.add(low, f64x2.promote_low_f32x4(power));
    high = f64x2.add(high, f64x2.promote_low_f32x4(i32x4.shuffle(power, power, 2, 3, 0, 1)));
  }
  return <f32>addUp(f64x2.add(low, high));
}
