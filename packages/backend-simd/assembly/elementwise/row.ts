import { Binary, binaryResult, isComparison } from './binary-result';
import { storeBytes } from './bytes';

/** Of one number: a float32, or a bool. */
@inline
export function bytesOfResult(operation: Binary): i32 {
  return isComparison(operation) ? 1 : 4;
}

/**
 * Four numbers at a time, and the last three one by one: what lies behind a row belongs to the next, or to another tensor. A step
 * is the bytes from one number of an operand to the next: 4, or 0 where it stays.
 */
@inline
export function row(operation: Binary, a: usize, aStep: usize, b: usize, bStep: usize, out: usize, count: i32): void {
  const end = <usize>count << 2, whole = end & ~15;
  const x = v128.load32_splat(a), y = v128.load32_splat(b);
  let i: usize = 0;
  if (bStep == 0) for (; i < whole; i += 16) putFour(operation, out, i, binaryResult(operation, v128.load(a + i), y));
  else if (aStep == 0) for (; i < whole; i += 16) putFour(operation, out, i, binaryResult(operation, x, v128.load(b + i)));
  else for (; i < whole; i += 16) putFour(operation, out, i, binaryResult(operation, v128.load(a + i), v128.load(b + i)));
  for (; i < end; i += 4) {
    const ofA = v128.load32_splat(a + (i >> 2) * aStep), ofB = v128.load32_splat(b + (i >> 2) * bStep);
    putOne(operation, out, i, binaryResult(operation, ofA, ofB));
  }
}

/** @param i the place in bytes of float32 */
@inline
function putFour(operation: Binary, out: usize, i: usize, result: v128): void {
  if (isComparison(operation)) storeBytes(out + (i >> 2), result);
  else v128.store(out + i, result);
}

/** @param i the place in bytes of float32 */
@inline
function putOne(operation: Binary, out: usize, i: usize, result: v128): void {
  if (isComparison(operation)) store<u8>(out + (i >> 2), i32x4.extract_lane(result, 0) & 1);
  else v128.store32_lane(out + i, result, 0);
}
