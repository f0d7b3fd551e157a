import { address, arg } from '../../layout';
import { pieces, ROW_BLOCK } from '../blocks';
import { addFour, addUp, pairAt } from './pairs';

/**
 * Sums of rows. Arguments: x [outer, size], out, outer, size, blocks a chunk, divisor.
 * Where a row is one block, out is float32 [outer]; else it is float64 [outer, blocks], for `sumBlocks` to add up and divide.
 */
export function sumRows(chunk: i32): void {
  const out = address(1),
    size = arg(3),
    blocks = pieces(size, ROW_BLOCK),
    end = min((chunk + 1) * arg(4), arg(2) * blocks);
  for (let block = chunk * arg(4); block < end; block++) {
    if (blocks == 1) {
      store<f32>(out + (<usize>block << 2), <f32>(sumRow(address(0) + ((<usize>block * size) << 2), size) / arg(5)));
    } else {
      const first = (block % blocks) * ROW_BLOCK;
      const from = address(0) + ((<usize>(block / blocks) * size + first) << 2);
      store<f64>(out + (<usize>block << 3), sumRow(from, min(size - first, ROW_BLOCK)));
    }
  }
}

@inline
function sumRow(from: usize, count: i32): f64 {
  let sum = f64x2.splat(0);
  if (count >= 16) {
    const lines = <usize>(count & ~15) << 2;
    sum = f64x2.replace_lane(sum, 0, sumLines(from, from + lines));
    from += lines;
    count &= 15;
  }
  for (; count >= 2; count -= 2, from += 8) sum = f64x2.add(sum, pairAt(from));
  return count == 0 ? addUp(sum) : addUp(sum) + load<f32>(from);
}

/** Eight sums at once: an addition would have to wait for the one before it. */
function sumLines(from: usize, end: usize): f64 {
  let a = f64x2.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
  for (; from < end; from += 64) {
    a = f64x2.add(a, pairAt(from));
    b = f64x2.add(b, pairAt(from + 8));
    c = f64x2.add(c, pairAt(from + 16));
    d = f64x2.add(d, pairAt(from + 24));
    e = f64x2.add(e, pairAt(from + 32));
    f = f64x2.add(f, pairAt(from + 40));
    g = f64x2.add(g, pairAt(from + 48));
    h = f64x2.add(h, pairAt(from + 56));
  }
  return addUp(f64x2.add(addFour(a, b, c, d), addFour(e, f, g, h)));
}
