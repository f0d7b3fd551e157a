// Conversions between number types, where cpu's would share the data. Arguments: x, out, size, numbers a chunk.
import { address, arg } from '../layout';
import { loadBytes } from './bytes';

/** A byte of 0 or 1 a number. */
export function boolToInteger(chunk: i32): void {
  const x = address(0), out = address(1), end = <usize>min((chunk + 1) * arg(3), arg(2));
  for (let i = <usize>(chunk * arg(3)); i < end; i += 4) v128.store(out + (i << 2), loadBytes(x + i));
}

export function boolToFloat(chunk: i32): void {
  const x = address(0), out = address(1), end = <usize>min((chunk + 1) * arg(3), arg(2));
  for (let i = <usize>(chunk * arg(3)); i < end; i += 4) v128.store(out + (i << 2), f32x4.convert_i32x4_s(loadBytes(x + i)));
}

export function integerToFloat(chunk: i32): void {
  const x = address(0), out = address(1), end = <usize>min((chunk + 1) * arg(3), arg(2)) << 2;
  for (let i = <usize>(chunk * arg(3)) << 2; i < end; i += 16) v128.store(out + i, f32x4.convert_i32x4_s(v128.load(x + i)));
}

/** Towards 0, and modulo 2^32, as JavaScript does it: NaN and the infinite give 0. */
export function floatToInteger(chunk: i32): void {
  const x = address(0), out = address(1), end = <usize>min((chunk + 1) * arg(3), arg(2)) << 2;
  for (let i = <usize>(chunk * arg(3)) << 2; i < end; i += 4) {
    const value = load<f32>(x + i);
    // From 2^63 on every float32 is a multiple of 2^32.
    store<i32>(out + i, abs(value) < 9223372036854775808.0 ? <i32>(<i64>value) : 0);
  }
}
