/** Rows of an operand that a product takes at once: 4 x 4 sums stay in registers. */
export const lanes = 4;

/**
 * An operand of a product, copied so that the innermost loop reads straight ahead: groups of four rows, and within a group the four
 * values of one column side by side.
 *
 *     rows a b c d e, columns 0 1    ->    a0 b0 c0 d0  a1 b1 c1 d1   e0 0 0 0  e1 0 0 0
 */
export interface Panels {
  readonly rows: number;
  /** Columns, over which the product sums. */
  readonly depth: number;
  readonly values: Float64Array;
}

export function createPanels(rows: number, depth: number): Panels {
  return { rows, depth, values: new Float64Array(Math.ceil(rows / lanes) * lanes * depth) };
}

/** Packs `depth` columns of a row-major matrix from `first` on; what it has no columns for becomes 0. */
export function packRows(panels: Panels, source: Float64Array, columns: number, first: number): void {
  const { rows, depth, values } = panels;
  const filled = Math.min(depth, columns - first);
  if (filled < depth) values.fill(0);
  for (let row = 0; row < rows; row++) {
    const start = (row - (row % lanes)) * depth + (row % lanes);
    for (let k = 0; k < filled; k++) values[start + k * lanes] = source[row * columns + first + k]!;
  }
}

/** Packs the transpose of `depth` rows: what were columns become the panels' rows. */
export function packColumns(panels: Panels, source: Float64Array): void {
  const { rows: columns, depth, values } = panels;
  for (let k = 0; k < depth; k++) {
    for (let column = 0; column < columns; column++)
      values[(column - (column % lanes)) * depth + k * lanes + (column % lanes)] = source[k * columns + column]!;
  }
}
