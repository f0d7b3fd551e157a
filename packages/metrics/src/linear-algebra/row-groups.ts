/** The first row of the group of four that holds `row`: the loops over rows take four at once. */
export function groupOf(row: number): number {
  return row - (row % 4);
}

/** Rows rounded up to whole groups. */
export function wholeGroups(rows: number): number {
  return Math.ceil(rows / 4) * 4;
}

/** The entries of one group. */
export function fourOf(values: Float64Array, at: number): [number, number, number, number] {
  return [values[at]!, values[at + 1]!, values[at + 2]!, values[at + 3]!];
}
