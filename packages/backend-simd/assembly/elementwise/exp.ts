import { address } from '../layout';
import { endOf, mapBetween, startOf } from './map';
import { Unary } from './unary-result';

/** Bytes that are looked at first, and then computed while they are in the first-level cache. */
const BLOCK: usize = 1024;

/** e^x, by the shorter formula wherever it will do. Arguments: x, out, size, numbers a chunk. */
export function exp(chunk: i32): void {
  const end = endOf(chunk);
  for (let begin = startOf(chunk); begin < end; begin += BLOCK) {
    const blockEnd = min(begin + BLOCK, end);
    if (isModerate(begin, blockEnd)) mapModerate(begin, blockEnd);
    else mapAny(begin, blockEnd);
  }
}

/** Whether all numbers lie from -87 to 87, and those that the last turn reads behind them. As integers, magnitudes have the same order. */
function isModerate(begin: usize, end: usize): bool {
  const x = address(0), magnitude = i32x4.splat(0x7fffffff);
  let even = i32x4.splat(0), odd = even;
  for (let i = begin; i < end; i += 32) {
    even = i32x4.max_s(even, v128.and(v128.load(x + i), magnitude));
    odd = i32x4.max_s(odd, v128.and(v128.load(x + i, 16), magnitude));
  }
  return !v128.any_true(i32x4.gt_s(i32x4.max_s(even, odd), f32x4.splat(87)));
}

// Two functions, because the compiler picks a formula only for the first of two loops in one.
function mapModerate(begin: usize, end: usize): void { mapBetween(Unary.ExpOfModerate, begin, end); }
function mapAny(begin: usize, end: usize): void { mapBetween(Unary.Exp, begin, end); }
