import { check, GenmodelsError } from '@genmodels/core';
import { largestOf, type Matrix } from './matrix.ts';

/** How far entries may be off, relative to the largest one, and still count as rounding. */
export const rounding = 1e-10;

/** Refuses what is no symmetric matrix of finite numbers. `name` is the argument's, for the message. */
export function checkSymmetric(matrix: Matrix, name = 'matrix'): void {
  const { rows, columns, values } = matrix;
  check(
    rows >= 1 && rows === columns && values?.length === rows * columns,
    'invalid-shape',
    () => `${name} must be square, got ${rows} x ${columns} with ${values?.length} values`,
  );
  checkFinite(matrix, name);
  const allowed = rounding * largestOf(values);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < i; j++) {
      const [below, above] = [values[i * rows + j]!, values[j * rows + i]!];
      if (Math.abs(below - above) > allowed) throw asymmetry(name, i, j, below, above);
    }
  }
}

function checkFinite({ columns, values }: Matrix, name: string): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  check(
    at < 0,
    'invalid-value',
    () => `${name} must be finite, got ${values[at]} in row ${Math.floor(at / columns)}, column ${at % columns}`,
  );
}

function asymmetry(name: string, i: number, j: number, below: number, above: number): GenmodelsError {
  return new GenmodelsError(
    'invalid-value',
    `${name} must be symmetric, got ${below} at [${i}, ${j}] and ${above} at [${j}, ${i}]`,
  );
}
