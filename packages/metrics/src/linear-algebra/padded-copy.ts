import { createMatrix, type Matrix } from './matrix.ts';
import { wholeGroups } from './row-groups.ts';

/** A copy divided by `scale`, with rows of zeros, and columns where asked for, up to whole groups of four. */
export function paddedCopy({ rows, columns, values }: Matrix, scale: number, padded: { columns: boolean }): Matrix {
  const copy = createMatrix(wholeGroups(rows), padded.columns ? wholeGroups(columns) : columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      copy.values[row * copy.columns + column] = values[row * columns + column]! / scale;
  }
  return copy;
}
