import { expect, test } from 'vitest';
import { diagonalMatrix, farthest, multiplied, transposed, uniformMatrix } from '../testing/plain-matrices.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { createMatrix } from './matrix.ts';
import { matrixSquareRoot } from './matrix-square-root.ts';

interface Case { readonly rows: number; readonly columns: number; readonly root: number[] | null }

const gram = (seed: number, rows: number, columns: number) => {
  const a = uniformMatrix(seed, rows, columns);
  return multiplied(transposed(a), a);
};

test.each(readFixture<Case[]>('linear-algebra').filter(({ root }) => root))('the root of $columns x $columns as SciPy has it', async ({ rows, columns, root }) => {
  const expected = createMatrix(columns, columns, Float64Array.from(root!));
  expect(farthest(await matrixSquareRoot(gram(5, rows, columns)), expected)).toBeLessThan(1e-12);
});

test.each([[30, 11], [4, 9]])('its square is the matrix, and it is symmetric: %i rows of width %i', async (rows, width) => {
  const matrix = gram(2, rows, width);
  const root = await matrixSquareRoot(matrix);
  expect(farthest(multiplied(root, root), matrix)).toBeLessThan(1e-13);
  expect(root).toEqual(transposed(root));
});

test('of a diagonal matrix the roots, from 1e-12 to 1e12; of zeros zeros', async () => {
  const root = await matrixSquareRoot(diagonalMatrix([1e-12, 1e12, 0, 9]));
  [1e-6, 1e6, 0, 3].forEach((value, i) => { expect(root.values[5 * i]).toBeCloseTo(value, 9); });
  expect(await matrixSquareRoot(createMatrix(3, 3))).toEqual(createMatrix(3, 3));
});

test('takes what is negative by rounding as 0, and refuses what is more', async () => {
  expect(farthest(await matrixSquareRoot(diagonalMatrix([4, -1e-13])), diagonalMatrix([2, 0]))).toBeLessThan(1e-15);
  await expect(matrixSquareRoot(diagonalMatrix([4, -1e-3]))).rejects.toThrow('[genmodels/invalid-value] matrix must be positive semidefinite, got the eigenvalue -0.001 beside 4');
  await expect(matrixSquareRoot(diagonalMatrix([-1]))).rejects.toThrow('must be positive semidefinite');
});
