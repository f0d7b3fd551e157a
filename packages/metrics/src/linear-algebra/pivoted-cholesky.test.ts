import { expect, test } from 'vitest';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { diagonalMatrix, farthest, multiplied, transposed, uniformMatrix } from '../testing/plain-matrices.ts';
import { createMatrix } from './matrix.ts';
import { pivotedCholesky } from './pivoted-cholesky.ts';

const pause = pauseOrAbort();

test.each([[1, 1], [2, 2], [9, 4], [40, 13], [3, 8], [5, 21]])('FᵀF is the matrix, and the rank is found: %i rows of width %i', async (rows, width) => {
  const a = uniformMatrix(1, rows, width);
  const matrix = multiplied(transposed(a), a);
  const factor = await pivotedCholesky(matrix, pause);
  expect(factor).toMatchObject({ rows: Math.min(rows, width), columns: width });
  expect(farthest(multiplied(transposed(factor), factor), matrix)).toBeLessThan(1e-13);
});

test('the largest variance first; zeros have no rank', async () => {
  expect(await pivotedCholesky(diagonalMatrix([4, 0, 1e12, 1e-3]), pause)).toEqual(
    createMatrix(3, 4, Float64Array.of(0, 0, 1e6, 0, 2, 0, 0, 0, 0, 0, 0, Math.sqrt(1e-3))),
  );
  expect((await pivotedCholesky(createMatrix(3, 3), pause)).rows).toBe(0);
});

test('refuses a matrix that is not positive semidefinite, but for rounding', async () => {
  await expect(pivotedCholesky(createMatrix(2, 2, Float64Array.of(1, 2, 2, 1)), pause)).rejects.toThrow('[genmodels/invalid-value] a covariance must be positive semidefinite, got a variance of -3 beside 1');
  expect((await pivotedCholesky(createMatrix(2, 2, Float64Array.of(1, 1, 1, 1 - 1e-13)), pause)).rows).toBe(1);
});
