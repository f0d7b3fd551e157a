import type { Features } from '../features/features.ts';

/** Some rows of a set. */
export interface RowRange {
  readonly first: number;
  readonly count: number;
}

/**
 * |x - y|^2 of each row x of one range and each row y of another as [rows, columns], in float64: a density at a small bandwidth is
 * the exponential of their differences, for which products of float32 are too coarse.
 */
export function squaredDistances(x: Features, rows: RowRange, y: Features, columns: RowRange): Float64Array {
  const { width } = x;
  const [left, right] = [copyRows(x, rows, rows.count), copyRows(y, columns, Math.ceil(columns.count / LANES) * LANES)];
  const distances = new Float64Array(rows.count * columns.count);
  for (let column = 0; column < columns.count; column += LANES) {
    for (let row = 0; row < rows.count; row++) {
      const four = distancesToFour(left, row * width, right, column * width, width);
      distances.set(column + LANES > columns.count ? four.slice(0, columns.count - column) : four, row * columns.count + column);
    }
  }
  return distances;
}

/** Columns at once: four sums that do not wait for each other, and one reading of x for all of them. */
const LANES = 4;

function distancesToFour(left: Float64Array, start: number, right: Float64Array, first: number, width: number): number[] {
  const [second, third, fourth] = [first + width, first + 2 * width, first + 3 * width];
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let k = 0; k < width; k++) {
    const x = left[start + k]!;
    a += (x - right[first + k]!) ** 2;
    b += (x - right[second + k]!) ** 2;
    c += (x - right[third + k]!) ** 2;
    d += (x - right[fourth + k]!) ** 2;
  }
  return [a, b, c, d];
}

/** In float64, whatever the set holds; zeros behind the last row up to `height` rows. */
function copyRows({ values, width }: Features, { first, count }: RowRange, height: number): Float64Array {
  const copy = new Float64Array(height * width);
  copy.set(values.subarray(first * width, (first + count) * width));
  return copy;
}
