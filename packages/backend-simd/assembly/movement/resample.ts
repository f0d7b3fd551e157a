import { fma } from '../fma';
import { address, arg } from '../layout';
import { copyRun } from './run';

// A table has three words for each place along an axis of the output: the first place of the input, the number of places, and the
// address of their weights.
const PLACE_BYTES: i32 = 12;

/**
 * Every pixel of the output is a weighted sum over a rectangle of the input, rows first; a weight is the product of one for the
 * row and one for the column. Arguments: x, out, rows of the output in all images, rows a chunk, bytes of an image and of a row
 * of x, rows and columns of an image of the output, channels, the table of the rows and that of the columns, and room for a row
 * of x for each chunk.
 */
export function resample(chunk: i32): void {
  const height = arg(6),
    rowBytes = address(5),
    outBytes = <usize>(arg(7) * arg(8)) << 2,
    line = address(11) + <usize>chunk * ((rowBytes + 63) & ~63),
    end = min((chunk + 1) * arg(3), arg(2));
  let row = chunk * arg(3),
    to = address(1) + <usize>row * outBytes;
  for (; row < end; row++, to += outBytes) {
    const image = row / height,
      place = address(9) + <usize>((row - image * height) * PLACE_BYTES),
      from = address(0) + <usize>image * address(4) + <usize>load<u32>(place) * rowBytes;
    sumColumns(to, sumRows(line, from, rowBytes, place));
  }
}

/** Where the weighted sum of some rows lies: in `line`, or where the only row lies if it weighs 1. */
function sumRows(line: usize, from: usize, rowBytes: usize, place: usize): usize {
  const count = load<i32>(place, 4),
    weights = <usize>load<u32>(place, 8);
  if (count == 1 && load<f32>(weights) == 1) return from;
  weightedSum(line, from, rowBytes, count, weights);
  return line;
}

function sumColumns(to: usize, line: usize): void {
  const pixel = <usize>arg(8) << 2,
    table = address(10),
    end = table + <usize>(arg(7) * PLACE_BYTES);
  for (let place = table; place < end; place += PLACE_BYTES, to += pixel) {
    const from = line + <usize>load<u32>(place) * pixel,
      count = load<i32>(place, 4),
      weights = <usize>load<u32>(place, 8);
    if (count == 1 && load<f32>(weights) == 1) copyRun(to, from, pixel);
    else weightedSum(to, from, pixel, count, weights);
  }
}

/** The weighted sum of `count` runs of numbers, which lie one after the other. */
function weightedSum(to: usize, from: usize, bytes: usize, count: i32, weights: usize): void {
  const end = to + bytes;
  for (; to + 64 <= end; to += 64, from += 64) sumVectors(4, to, from, bytes, count, weights);
  for (; to + 16 <= end; to += 16, from += 16) sumVectors(1, to, from, bytes, count, weights);
  for (; to < end; to += 4, from += 4) {
    let sum: f32 = 0;
    for (let run = 0, at = from; run < count; run++, at += bytes) sum += load<f32>(at) * load<f32>(weights + (<usize>run << 2));
    store<f32>(to, sum);
  }
}

@inline
function sumVectors(vectors: i32, to: usize, from: usize, bytes: usize, count: i32, weights: usize): void {
  let a = f32x4.splat(0),
    b = a,
    c = a,
    d = a;
  for (const end = weights + (<usize>count << 2); weights < end; weights += 4, from += bytes) {
    const weight = v128.load32_splat(weights);
    a = fma(v128.load(from), weight, a);
    if (vectors == 1) continue;
    b = fma(v128.load(from, 16), weight, b);
    c = fma(v128.load(from, 32), weight, c);
    d = fma(v128.load(from, 48), weight, d);
  }
  v128.store(to, a);
  if (vectors == 1) return;
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
}
