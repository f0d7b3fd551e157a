import { expect, test } from 'vitest';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { diagonalMatrix, multiplied, transposed, uniformMatrix } from '../testing/plain-matrices.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { createMatrix } from './matrix.ts';
import { nuclearNorm } from './nuclear-norm.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

interface Case { readonly rows: number; readonly columns: number; readonly 'nuclear norm': number }

const pause = pauseOrAbort();
const relative = (value: number, expected: number) => Math.abs(value / expected - 1);

test.each(readFixture<Case[]>('linear-algebra'))('of $rows x $columns as LAPACK has it, and of the transpose', async (given) => {
  const matrix = uniformMatrix(5, given.rows, given.columns);
  expect(relative(await nuclearNorm(matrix, pause), given['nuclear norm'])).toBeLessThan(1e-14);
  expect(relative(await nuclearNorm(transposed(matrix), pause), given['nuclear norm'])).toBeLessThan(1e-14);
});

test('known ones: diagonal, rank one, orthogonal, zeros', async () => {
  expect(await nuclearNorm(diagonalMatrix([3, -4, 0, 1e-9]), pause)).toBeCloseTo(7 + 1e-9, 14);
  expect(await nuclearNorm(createMatrix(5, 9, new Float64Array(45).fill(-2)), pause)).toBeCloseTo(2 * Math.sqrt(45), 13);
  const { vectors } = await symmetricEigen(multiplied(uniformMatrix(1, 6, 1), transposed(uniformMatrix(1, 6, 1))));
  expect(await nuclearNorm(vectors, pause)).toBeCloseTo(6, 13);
  expect(await nuclearNorm(createMatrix(4, 3), pause)).toBe(0);
  expect(await nuclearNorm(createMatrix(0, 3), pause)).toBe(0);
});

test.each([1e-300, 1e-12, 1e12, 1e300])('entries of about %f lose nothing', async (scale) => {
  const matrix = uniformMatrix(2, 8, 6);
  const scaled = createMatrix(8, 6, matrix.values.map((value) => value * scale));
  expect(relative(await nuclearNorm(scaled, pause), scale * (await nuclearNorm(matrix, pause)))).toBeLessThan(1e-14);
});

test('small singular values beside large ones keep the digits that a product of the matrix would lose', async () => {
  const a = multiplied(uniformMatrix(3, 10, 10), diagonalMatrix(Array.from({ length: 10 }, (_, i) => 10 ** -i)));
  const trace = await nuclearNorm(a, pause);
  const { vectors } = await symmetricEigen(multiplied(transposed(a), a)); // any rotation
  expect(relative(await nuclearNorm(multiplied(a, vectors), pause), trace)).toBeLessThan(1e-14);
});
