import { createMatrix, type Matrix } from '../linear-algebra/matrix.ts';
import { uniformNumbers } from './uniform-numbers.ts';

/** Entries in (-0.5, 0.5). */
export function uniformMatrix(seed: number, rows: number, columns: number): Matrix {
  return createMatrix(rows, columns, uniformNumbers(seed, rows, columns, (u) => u - 0.5).values as Float64Array);
}

/** a b by its definition: the oracle for fast products. */
export function multiplied(a: Matrix, b: Matrix): Matrix {
  const product = createMatrix(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.columns; j++) {
      for (let k = 0; k < a.columns; k++)
        product.values[i * b.columns + j]! += a.values[i * a.columns + k]! * b.values[k * b.columns + j]!;
    }
  }
  return product;
}

export function transposed({ rows, columns, values }: Matrix): Matrix {
  const result = createMatrix(columns, rows);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result.values[j * rows + i] = values[i * columns + j]!;
  return result;
}

export function diagonalMatrix(diagonal: ArrayLike<number>): Matrix {
  const matrix = createMatrix(diagonal.length, diagonal.length);
  for (let i = 0; i < diagonal.length; i++) matrix.values[i * diagonal.length + i] = diagonal[i]!;
  return matrix;
}

/** The largest difference of two entries. */
export function farthest(a: Matrix, b: Matrix): number {
  if (a.rows !== b.rows || a.columns !== b.columns) return Number.POSITIVE_INFINITY;
  return a.values.reduce((largest, value, at) => Math.max(largest, Math.abs(value - b.values[at]!)), 0);
}
