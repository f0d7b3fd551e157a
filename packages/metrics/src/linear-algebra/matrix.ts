/** Numbers in rows and columns, float64, row after row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export function createMatrix(rows: number, columns: number, values: Float64Array = new Float64Array(rows * columns)): Matrix {
  return { rows, columns, values };
}

/** A row as a view: writing to it writes to the matrix. */
export function rowOf({ columns, values }: Matrix, row: number): Float64Array {
  return values.subarray(row * columns, (row + 1) * columns);
}

/** The largest size of an entry: its distance from 0. */
export function largestOf(values: Float32Array | Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}
