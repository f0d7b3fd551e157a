import { address, arg, scalar } from '../layout';
import { Unary, unaryResult } from './unary-result';

/** out = f(x) for the numbers of a chunk. Arguments: x, out, size, numbers a chunk, and two float32 that some formulas use. */
@inline
export function map(operation: Unary, chunk: i32): void {
  mapBetween(operation, startOf(chunk), endOf(chunk));
}

/**
 * The same between two places, in bytes. Four vectors a turn share the constants of a formula. The last turn may go beyond the last number,
 * to the end of its cache line.
 */
@inline
export function mapBetween(operation: Unary, begin: usize, end: usize): void {
  const x = address(0), out = address(1), p = f32x4.splat(scalar(4)), q = f32x4.splat(scalar(5));
  for (let i = begin; i < end; i += 64) {
    const first = unaryResult(operation, v128.load(x + i), p, q);
    const second = unaryResult(operation, v128.load(x + i, 16), p, q);
    const third = unaryResult(operation, v128.load(x + i, 32), p, q);
    const fourth = unaryResult(operation, v128.load(x + i, 48), p, q);
    v128.store(out + i, first);
    v128.store(out + i, second, 16);
    v128.store(out + i, third, 32);
    v128.store(out + i, fourth, 48);
  }
}

/** For formulas that are long and rare, or that branch: four of them would make a large program, and no faster one. */
@inline
export function mapOneByOne(operation: Unary, chunk: i32): void {
  const x = address(0), out = address(1), end = endOf(chunk), none = f32x4.splat(0);
  for (let i = startOf(chunk); i < end; i += 16) v128.store(out + i, unaryResult(operation, v128.load(x + i), none, none));
}

@inline
export function startOf(chunk: i32): usize {
  return (<usize>(chunk * arg(3))) << 2;
}

@inline
export function endOf(chunk: i32): usize {
  return (<usize>min((chunk + 1) * arg(3), arg(2))) << 2;
}
