// What is seldom asked for: one number after the other, as tfjs's cpu kernels do it, and so to the same bits.
// Arguments of each: x [outer, size, inner], out [outer, inner], outer, size, inner, results a chunk.
import { address, arg } from '../layout';

/** Products, in float64 until they are done. */
export function product(chunk: i32): void {
  for (let result = chunk * arg(5); result < lastOf(chunk); result++) {
    let value: f64 = 1;
    for (let row = 0, from = firstOf(result); row < arg(3); row++, from += arg(4)) value *= load<f32>(address(0) + (from << 2));
    store<f32>(address(1) + (<usize>result << 2), <f32>value);
  }
}

/** Sums of int32, which wrap around as a typed array does. */
export function integerSum(chunk: i32): void {
  for (let result = chunk * arg(5); result < lastOf(chunk); result++) {
    let value = 0;
    for (let row = 0, from = firstOf(result); row < arg(3); row++, from += arg(4)) value += load<i32>(address(0) + (from << 2));
    store<i32>(address(1) + (<usize>result << 2), value);
  }
}

/** Whether all are true. */
export function all(chunk: i32): void {
  for (let result = chunk * arg(5); result < lastOf(chunk); result++) {
    let value: u8 = 1;
    for (let row = 0, from = firstOf(result); row < arg(3); row++, from += arg(4)) value &= <u8>(load<u8>(address(0) + from) != 0);
    store<u8>(address(1) + result, value);
  }
}

/** Whether any is true. */
export function any(chunk: i32): void {
  for (let result = chunk * arg(5); result < lastOf(chunk); result++) {
    let value: u8 = 0;
    for (let row = 0, from = firstOf(result); row < arg(3); row++, from += arg(4)) value |= <u8>(load<u8>(address(0) + from) != 0);
    store<u8>(address(1) + result, value);
  }
}

@inline
function lastOf(chunk: i32): i32 {
  return min((chunk + 1) * arg(5), arg(2) * arg(4));
}

/** The number in x at which a result's column begins. */
@inline
function firstOf(result: i32): usize {
  const inner = arg(4);
  return <usize>(result / inner) * arg(3) * inner + result % inner;
}
