import { address, arg } from '../layout';
import { loadLanes, storeLanes } from './lanes';

// Running sums and products along one axis, in float64, each rounded once.
// Arguments of both: x [outer, size, inner], out, outer, size, inner, vectors of four columns a chunk, whether a result leaves out the
// number at its own place, and whether to begin at the end.

export function cumulateSum(chunk: i32): void {
  cumulate(SUM, chunk);
}

export function cumulateProduct(chunk: i32): void {
  cumulate(PRODUCT, chunk);
}

const SUM: i32 = 0;
const PRODUCT: i32 = 1;

@inline
function cumulate(operation: i32, chunk: i32): void {
  const size = arg(3),
    inner = arg(4),
    vectors = (inner + 3) / 4,
    end = min((chunk + 1) * arg(5), arg(2) * vectors);
  for (let vector = chunk * arg(5); vector < end; vector++) {
    const column = (vector % vectors) << 2,
      first = arg(7) == 0 ? 0 : size - 1;
    const at = ((<usize>(vector / vectors) * size + first) * inner + column) << 2;
    if (inner == 1) alongRow(operation, address(0) + at, address(1) + at);
    else alongColumns(operation, address(0) + at, address(1) + at, inner - column);
  }
}

@inline
function alongRow(operation: i32, from: usize, to: usize): void {
  const exclusive = arg(6) != 0,
    step = stepOf(1);
  let sum: f64 = operation == SUM ? 0 : 1;
  for (let left = arg(3); left > 0; left--, from += step, to += step) {
    const before = sum,
      x = <f64>load<f32>(from);
    sum = operation == SUM ? sum + x : sum * x;
    store<f32>(to, <f32>(exclusive ? before : sum));
  }
}

@inline
function alongColumns(operation: i32, from: usize, to: usize, width: i32): void {
  const exclusive = arg(6) != 0,
    step = stepOf(arg(4)),
    start = f64x2.splat(operation == SUM ? 0 : 1);
  let low = start, high = start;
  for (let left = arg(3); left > 0; left--, from += step, to += step) {
    const x = loadLanes(from, width, start);
    if (exclusive) storeLanes(to, width, rounded(low, high));
    low = merge(operation, low, f64x2.promote_low_f32x4(x));
    high = merge(operation, high, f64x2.promote_low_f32x4(i32x4.shuffle(x, x, 2, 3, 0, 1)));
    if (!exclusive) storeLanes(to, width, rounded(low, high));
  }
}

/** Bytes from one number to the next. */
@inline
function stepOf(numbers: i32): usize {
  return <usize>(arg(7) == 0 ? numbers : -numbers) << 2;
}

@inline
function merge(operation: i32, a: v128, b: v128): v128 {
  return operation == SUM ? f64x2.add(a, b) : f64x2.mul(a, b);
}

@inline
function rounded(low: v128, high: v128): v128 {
  return i32x4.shuffle(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5);
}
