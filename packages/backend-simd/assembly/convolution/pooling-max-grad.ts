import { address, arg } from '../layout';

/**
 * Passes the gradient of each window to the first of its elements that is the maximum; a window of nothing but NaN and -Infinity
 * passes none. A chunk is a band of windows, rows of the output, and clears and writes the rows of dx from its own to those of
 * the next band: no window reaches over, or the bands are whole images.
 * Arguments: x, dx, bands in all images, bands of an image, height and width of x and of the output, channels, height and width
 * of the window, its strides, the padding above and on the left, dy, rows of a band.
 */
export function maxPoolGrad(chunk: i32): void {
  const image = chunk / arg(3),
    band = chunk - image * arg(3),
    outHeight = arg(6),
    first = band * arg(16),
    last = min(first + arg(16), outHeight);
  const pixel = <usize>arg(8) << 2,
    rowBytes = <usize>arg(5) * pixel,
    imageOffset = <usize>(image * arg(4)) * rowBytes;
  const from = address(0) + imageOffset,
    to = address(1) + imageOffset;
  const begin = band == 0 ? 0 : firstRow(first),
    end = last == outHeight ? arg(4) : firstRow(last);
  memory.fill(to + <usize>begin * rowBytes, 0, <usize>(end - begin) * rowBytes);
  let dy = address(15) + <usize>((image * outHeight + first) * arg(7)) * pixel;
  for (let row = first; row < last; row++, dy += <usize>arg(7) * pixel) passRow(row * arg(11) - arg(13), from, to, dy);
}

/** The first row of dx that belongs to a row of windows. */
@inline
function firstRow(row: i32): i32 {
  return min(max(row * arg(11) - arg(13), 0), arg(4));
}

function passRow(corner: i32, x: usize, dx: usize, dy: usize): void {
  const channels = arg(8),
    step = <usize>channels << 2,
    top = max(corner, 0),
    rows = min(corner + arg(9), arg(4)) - top,
    outWidth = arg(7),
    stride = arg(12);
  const offset = <usize>(top * arg(5)) * step;
  let cornerColumn = -arg(14);
  for (let column = 0; column < outWidth; column++, cornerColumn += stride, dy += step) {
    const left = max(cornerColumn, 0),
      columns = min(cornerColumn + arg(10), arg(5)) - left,
      at = offset + <usize>left * step;
    passPixel(x + at, dx + at, dy, rows, columns);
  }
}

@inline
function passPixel(x: usize, dx: usize, dy: usize, rows: i32, columns: i32): void {
  const channels = arg(8),
    step = <usize>channels << 2,
    rowStep = <usize>arg(5) * step;
  let channel = 0;
  for (; channel + 8 <= channels; channel += 8, x += 32, dx += 32, dy += 32) passVectors(2, x, dx, dy, rows, columns, rowStep, step);
  for (; channel + 4 <= channels; channel += 4, x += 16, dx += 16, dy += 16) passVectors(1, x, dx, dy, rows, columns, rowStep, step);
  for (; channel < channels; channel++, x += 4, dx += 4, dy += 4) passNumber(x, dx, dy, rows, columns, rowStep, step);
}

/** One or two vectors of channels. */
@inline
function passVectors(vectors: i32, x: usize, dx: usize, dy: usize, rows: i32, columns: i32, rowStep: usize, step: usize): void {
  const none = f32x4.splat(-Infinity);
  let maximumA = none,
    maximumB = none;
  for (let row = 0, start = x; row < rows; row++, start += rowStep) {
    for (let column = 0, at = start; column < columns; column++, at += step) {
      maximumA = f32x4.pmax(maximumA, v128.load(at));
      if (vectors == 2) maximumB = f32x4.pmax(maximumB, v128.load(at, 16));
    }
  }
  // The gradient of each lane, until an element takes it.
  let gradientA = v128.and(v128.load(dy), f32x4.ne(maximumA, none)),
    gradientB = vectors == 2 ? v128.and(v128.load(dy, 16), f32x4.ne(maximumB, none)) : none;
  for (let row = 0, start: usize = 0; row < rows; row++, start += rowStep) {
    for (let column = 0, at = start; column < columns; column++, at += step) {
      gradientA = passOn(x + at, dx + at, maximumA, gradientA);
      if (vectors == 2) gradientB = passOn(x + at + 16, dx + at + 16, maximumB, gradientB);
    }
  }
}

/** Adds the gradient where x is the maximum; returns what is left of it. */
@inline
function passOn(x: usize, dx: usize, maximum: v128, gradient: v128): v128 {
  const hit = f32x4.eq(v128.load(x), maximum);
  v128.store(dx, f32x4.add(v128.load(dx), v128.and(hit, gradient)));
  return v128.andnot(gradient, hit);
}

@inline
function passNumber(x: usize, dx: usize, dy: usize, rows: i32, columns: i32, rowStep: usize, step: usize): void {
  let maximum: f32 = -Infinity,
    place: usize = -1;
  for (let row = 0, start: usize = 0; row < rows; row++, start += rowStep) {
    for (let column = 0, at = start; column < columns; column++, at += step) {
      const value = load<f32>(x + at);
      if (value > maximum) {
        maximum = value;
        place = at;
      }
    }
  }
  if (place != -1) store<f32>(dx + place, load<f32>(dx + place) + load<f32>(dy));
}
