import { address, arg } from '../layout';
import { copyRun, fillRun } from './run';

/**
 * Rows that are added up in float32 before their sum joins the total, a float64: the error of a long sum stays that of a short
 * one.
 */
const BLOCK: i32 = 32;

/** Sums the float32 rows of each segment. Arguments: rows, out, segments, segments a chunk, numbers of a row, starts, order. */
export function sumSegments(chunk: i32): void {
  sumRows<f32, f64>(chunk);
}

/** The same for int32. */
export function sumSegmentsOfIntegers(chunk: i32): void {
  sumRows<i32, i32>(chunk);
}

@inline
function sumRows<T, Total>(chunk: i32): void {
  const width = arg(4),
    starts = address(5);
  const end = min((chunk + 1) * arg(3), arg(2));
  for (let segment = chunk * arg(3); segment < end; segment++) {
    const first = load<i32>(starts + (<usize>segment << 2)),
      last = load<i32>(starts + (<usize>segment << 2) + 4);
    const to = address(1) + ((<usize>segment * <usize>width) << 2);
    if (last - first < 2) {
      copyOnly(first, last, width, to);
      continue;
    }
    let column = 0;
    for (; column + 16 <= width; column += 16) sumVectors<T>(4, first, last, column, to);
    for (; column + 4 <= width; column += 4) sumVectors<T>(1, first, last, column, to);
    for (; column < width; column++) sumNumbers<T, Total>(first, last, column, to);
  }
}

/** The sum of one row or none. */
@inline
function copyOnly(first: i32, last: i32, width: i32, to: usize): void {
  if (first == last) fillRun(to, <usize>width << 2, 0);
  else copyRun(to, rowOf(first, 0), <usize>width << 2);
}

/** Sums one or four vectors of each row that was sorted to a place from `first` on and before `last`. */
@inline
function sumVectors<T>(vectors: i32, first: i32, last: i32, column: i32, to: usize): void {
  const zero = i32x4.splat(0);
  let totalA = zero,
    totalB = zero,
    totalC = zero,
    totalD = zero,
    highA = zero,
    highB = zero,
    highC = zero,
    highD = zero;
  for (let place = first; place < last; ) {
    let a = zero,
      b = zero,
      c = zero,
      d = zero;
    for (const stop = min(place + BLOCK, last); place < stop; place++) {
      const from = rowOf(place, column);
      a = v128.add<T>(a, v128.load(from));
      if (vectors == 1) continue;
      b = v128.add<T>(b, v128.load(from, 16));
      c = v128.add<T>(c, v128.load(from, 32));
      d = v128.add<T>(d, v128.load(from, 48));
    }
    totalA = addLow<T>(totalA, a);
    highA = addHigh<T>(highA, a);
    if (vectors == 1) continue;
    totalB = addLow<T>(totalB, b);
    highB = addHigh<T>(highB, b);
    totalC = addLow<T>(totalC, c);
    highC = addHigh<T>(highC, c);
    totalD = addLow<T>(totalD, d);
    highD = addHigh<T>(highD, d);
  }
  const out = to + (<usize>column << 2);
  v128.store(out, narrowed<T>(totalA, highA));
  if (vectors == 1) return;
  v128.store(out, narrowed<T>(totalB, highB), 16);
  v128.store(out, narrowed<T>(totalC, highC), 32);
  v128.store(out, narrowed<T>(totalD, highD), 48);
}

// A total is two vectors of float64, or one of int32, whose sums wrap.
@inline
function addLow<T>(total: v128, sum: v128): v128 {
  return isFloat<T>() ? f64x2.add(total, f64x2.promote_low_f32x4(sum)) : i32x4.add(total, sum);
}

@inline
function addHigh<T>(total: v128, sum: v128): v128 {
  return isFloat<T>() ? f64x2.add(total, f64x2.promote_low_f32x4(v128.shuffle<u64>(sum, sum, 1, 1))) : total;
}

@inline
function narrowed<T>(low: v128, high: v128): v128 {
  if (isInteger<T>()) return low;
  return v128.shuffle<u64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

@inline
function sumNumbers<T, Total>(first: i32, last: i32, column: i32, to: usize): void {
  let total: Total = 0;
  for (let place = first; place < last; place++) total += <Total>load<T>(rowOf(place, column));
  store<T>(to + (<usize>column << 2), <T>total);
}

/** Where a column of the row lies that was sorted to that place. */
@inline
function rowOf(place: i32, column: i32): usize {
  const row = <usize>load<u32>(address(6) + (<usize>place << 2));
  return address(0) + ((row * address(4) + <usize>column) << 2);
}
