import { address, arg } from '../layout';

/**
 * The maximum of each window, NaN left out; -Infinity where nothing else is there.
 * Arguments: x, out, rows of the output in all images, rows a chunk, height and width of x and of the output, channels, height
 * and width of the window, its strides, the padding above and on the left.
 */
export function maxPool(chunk: i32): void {
  poolRows(true, chunk);
}

/** The mean of what lies under each window, padding left out. Arguments: as above. */
export function avgPool(chunk: i32): void {
  poolRows(false, chunk);
}

@inline
function poolRows(maximum: bool, chunk: i32): void {
  const height = arg(6),
    rowBytes = <usize>(arg(7) * arg(8)) << 2;
  const begin = chunk * arg(3),
    end = min(begin + arg(3), arg(2));
  let to = address(1) + <usize>begin * rowBytes;
  for (let row = begin; row < end; row++, to += rowBytes) {
    const image = row / height,
      corner = (row - image * height) * arg(11) - arg(13),
      top = max(corner, 0),
      rows = min(corner + arg(9), arg(4)) - top;
    poolRow(maximum, address(0) + ((<usize>(image * arg(4) + top) * <usize>(arg(5) * arg(8))) << 2), rows, to);
  }
}

/** One row of the output from `rows` rows of x. */
@inline
function poolRow(maximum: bool, from: usize, rows: i32, to: usize): void {
  const outWidth = arg(7),
    stride = arg(12),
    channels = arg(8);
  let corner = -arg(14);
  for (let column = 0; column < outWidth; column++, corner += stride, to += <usize>channels << 2) {
    const left = max(corner, 0),
      columns = min(corner + arg(10), arg(5)) - left;
    poolPixel(maximum, from + (<usize>(left * channels) << 2), rows, columns, to);
  }
}

@inline
function poolPixel(maximum: bool, from: usize, rows: i32, columns: i32, to: usize): void {
  const channels = arg(8),
    step = <usize>channels << 2,
    rowStep = <usize>arg(5) * step;
  let channel = 0;
  for (; channel + 16 <= channels; channel += 16, to += 64, from += 64)
    poolVectors(maximum, 4, from, rows, columns, rowStep, step, to);
  for (; channel + 4 <= channels; channel += 4, to += 16, from += 16)
    poolVectors(maximum, 1, from, rows, columns, rowStep, step, to);
  for (; channel < channels; channel++, to += 4, from += 4) poolNumber(maximum, from, rows, columns, rowStep, step, to);
}

@inline
function poolVectors(
  maximum: bool,
  vectors: i32,
  from: usize,
  rows: i32,
  columns: i32,
  rowStep: usize,
  step: usize,
  to: usize,
): void {
  let a = f32x4.splat(maximum ? -Infinity : 0),
    b = a,
    c = a,
    d = a;
  for (let row = 0; row < rows; row++, from += rowStep) {
    for (let column = 0, at = from; column < columns; column++, at += step) {
      a = joined(maximum, a, v128.load(at));
      if (vectors == 1) continue;
      b = joined(maximum, b, v128.load(at, 16));
      c = joined(maximum, c, v128.load(at, 32));
      d = joined(maximum, d, v128.load(at, 48));
    }
  }
  const count = f32x4.splat(<f32>(rows * columns));
  v128.store(to, maximum ? a : f32x4.div(a, count));
  if (vectors == 1) return;
  v128.store(to, maximum ? b : f32x4.div(b, count), 16);
  v128.store(to, maximum ? c : f32x4.div(c, count), 32);
  v128.store(to, maximum ? d : f32x4.div(d, count), 48);
}

// pmax(a, b) is `a < b ? b : a`: a NaN in b is passed over.
@inline
function joined(maximum: bool, a: v128, b: v128): v128 {
  return maximum ? f32x4.pmax(a, b) : f32x4.add(a, b);
}

@inline
function poolNumber(maximum: bool, from: usize, rows: i32, columns: i32, rowStep: usize, step: usize, to: usize): void {
  let result: f32 = maximum ? -Infinity : 0;
  for (let row = 0; row < rows; row++, from += rowStep) {
    for (let column = 0, at = from; column < columns; column++, at += step) {
      const value = load<f32>(at);
      if (maximum) result = result < value ? value : result;
      else result += value;
    }
  }
  store<f32>(to, maximum ? result : result / <f32>(rows * columns));
}
