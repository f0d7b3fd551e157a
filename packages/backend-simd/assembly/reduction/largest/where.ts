import { address, arg } from '../../layout';
import { pieces } from '../blocks';
import { loadLanes, storeLanes } from '../lanes';

// Where the largest number stands, the first one of equals. Each begins with the number at 0 and moves only to a larger one: so NaN is never
// moved to, and one at 0 is never left, as in tfjs.

/** In each row. Arguments: x [outer, size], out int32 [outer], outer, size, rows a chunk, sign (see `maxRows`). */
export function argMaxRows(chunk: i32): void {
  const size = arg(3),
    sign = i32x4.splat(arg(5)),
    end = min((chunk + 1) * arg(4), arg(2));
  for (let row = chunk * arg(4); row < end; row++) {
    store<i32>(address(1) + (<usize>row << 2), argMaxRow(address(0) + ((<usize>row * size) << 2), size, sign));
  }
}

@inline
function argMaxRow(from: usize, size: i32, sign: v128): i32 {
  const start = v128.load32_splat(from);
  let largest = v128.xor(start, sign),
    where = i32x4.splat(0),
    here = i32x4(0, 1, 2, 3);
  for (let left = size; left > 0; left -= 4, from += 16) {
    const numbers = v128.xor(loadLanes(from, left, start), sign);
    const better = f32x4.gt(numbers, largest);
    largest = v128.bitselect(numbers, largest, better);
    where = v128.bitselect(here, where, better);
    here = i32x4.add(here, i32x4.splat(4));
  }
  // Each lane takes over from its neighbour what is larger, or equal and further ahead: after three rounds it has seen all four.
  for (let round = 0; round < 3; round++) {
    const others = i32x4.shuffle(largest, largest, 1, 2, 3, 0),
      otherWhere = i32x4.shuffle(where, where, 1, 2, 3, 0);
    const first = v128.and(f32x4.eq(others, largest), i32x4.lt_s(otherWhere, where));
    const better = v128.or(f32x4.gt(others, largest), first);
    largest = v128.bitselect(others, largest, better);
    where = v128.bitselect(otherWhere, where, better);
  }
  return i32x4.extract_lane(where, 0);
}

/** In each column. Arguments: x [outer, size, inner], out int32 [outer, inner], outer, size, inner, vectors of four columns a chunk, sign. */
export function argMaxColumns(chunk: i32): void {
  const size = arg(3),
    inner = arg(4),
    vectors = pieces(inner, 4),
    sign = i32x4.splat(arg(6)),
    end = min((chunk + 1) * arg(5), arg(2) * vectors);
  for (let vector = chunk * arg(5); vector < end; vector++) {
    const row = <usize>(vector / vectors),
      column = (vector % vectors) << 2;
    const where = argMaxLanes(address(0) + ((row * size * inner + column) << 2), size, inner - column, sign);
    storeLanes(address(1) + ((row * inner + column) << 2), inner - column, where);
  }
}

@inline
function argMaxLanes(from: usize, size: i32, width: i32, sign: v128): v128 {
  const stride = (<usize>arg(4)) << 2,
    none = i32x4.splat(0);
  let largest = v128.xor(loadLanes(from, width, none), sign),
    where = none;
  for (let row = 1; row < size; row++) {
    from += stride;
    const numbers = v128.xor(loadLanes(from, width, none), sign);
    const better = f32x4.gt(numbers, largest);
    largest = v128.bitselect(numbers, largest, better);
    where = v128.bitselect(i32x4.splat(row), where, better);
  }
  return where;
}
