import { expect, test } from 'vitest';
import { diagonalMatrix, farthest, multiplied, transposed, uniformMatrix } from '../testing/plain-matrices.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { createMatrix, largestOf, type Matrix } from './matrix.ts';
import { symmetricEigen } from './symmetric-eigen.ts';
import { symmetricEigenvalues } from './symmetric-eigenvalues.ts';

interface Case { readonly rows: number; readonly columns: number; readonly eigenvalues: number[] }

const gram = (seed: number, rows: number, columns: number) => {
  const a = uniformMatrix(seed, rows, columns);
  return multiplied(transposed(a), a);
};

const symmetric = (size: number): Matrix => {
  const a = uniformMatrix(7, size, size);
  return createMatrix(size, size, a.values.map((value, at) => value + transposed(a).values[at]!));
};

/** Vectors orthonormal, A = vectorsᵀ diag(values) vectors, values ascending and those that come without vectors. */
async function expectEigen(matrix: Matrix, tolerance = 1e-13): Promise<Float64Array> {
  const { values, vectors } = await symmetricEigen(matrix);
  const largest = largestOf(matrix.values);
  expect(farthest(multiplied(vectors, transposed(vectors)), diagonalMatrix(values.map(() => 1)))).toBeLessThan(tolerance);
  const rebuilt = multiplied(transposed(vectors), multiplied(diagonalMatrix(values), vectors));
  expect(farthest(rebuilt, matrix)).toBeLessThanOrEqual(tolerance * largest);
  expect(values).toEqual(values.slice().sort());
  expect(await symmetricEigenvalues(matrix)).toEqual(values);
  return values;
}

test.each([1, 2, 3, 4, 5, 8, 17, 40])('a symmetric matrix of %i', async (size) => {
  await expectEigen(symmetric(size));
});

test.each(readFixture<Case[]>('linear-algebra'))('values of a product of $rows x $columns as LAPACK has them', async ({ rows, columns, eigenvalues }) => {
  const values = await expectEigen(gram(5, rows, columns));
  values.forEach((value, i) => { expect(value).toBeCloseTo(eigenvalues[i]!, 13); });
});

test('known ones: 1 x 1, diagonal, the second difference, all ones', async () => {
  expect(await expectEigen(diagonalMatrix([-3]))).toEqual(Float64Array.of(-3));
  expect(await expectEigen(diagonalMatrix([5, -1, 0, 5, 2]))).toEqual(Float64Array.of(-1, 0, 2, 5, 5));
  const size = 9;
  const difference = createMatrix(size, size, Float64Array.from({ length: size ** 2 }, (_, at) => [2, -1][Math.abs(Math.floor(at / size) - (at % size))] ?? 0));
  (await expectEigen(difference)).forEach((value, i) => { expect(value).toBeCloseTo(2 - 2 * Math.cos(((i + 1) * Math.PI) / (size + 1)), 13); });
  const ones = createMatrix(6, 6, new Float64Array(36).fill(1));
  (await expectEigen(ones)).forEach((value, i) => { expect(value).toBeCloseTo(i === 5 ? 6 : 0, 13); });
});

test('zeros, repeated values, and two that differ by the rounding', async () => {
  expect(await expectEigen(createMatrix(5, 5))).toEqual(new Float64Array(5));
  const { vectors } = await symmetricEigen(symmetric(12));
  const spectrum = (values: number[]) => multiplied(transposed(vectors), multiplied(diagonalMatrix(values), vectors));
  const mirrored = (m: Matrix) => createMatrix(m.rows, m.rows, m.values.map((value, at) => (value + transposed(m).values[at]!) / 2));
  const repeated = await expectEigen(mirrored(spectrum([1, 1, 1, 1, 2, 2, 2, 2, 2, 7, 7, 7])));
  repeated.forEach((value, i) => { expect(value).toBeCloseTo([1, 1, 1, 1, 2, 2, 2, 2, 2, 7, 7, 7][i]!, 13); });
  await expectEigen(mirrored(spectrum([1, 1 + 1e-15, 1 + 2e-15, 1, 1, 1, 1, 1, 1, 1, 1, 1])));
});

test.each([1e-300, 1e-12, 1e12, 1e300])('entries of about %f lose nothing', async (scale) => {
  const matrix = symmetric(10);
  const values = await symmetricEigenvalues(matrix);
  const scaled = await expectEigen(createMatrix(10, 10, matrix.values.map((value) => value * scale)), 1e-13);
  scaled.forEach((value, i) => { expect(value / scale).toBeCloseTo(values[i]!, 13); });
});

test('values from 1e-12 to 1e12 beside each other', async () => {
  const scales = [1e-12, 1e-6, 1, 1e6, 1e12];
  const values = await expectEigen(createMatrix(5, 5, gram(3, 9, 5).values.map((value, at) => value * Math.sqrt(scales[Math.floor(at / 5)]! * scales[at % 5]!))));
  expect(values[4]).toBeGreaterThan(1e10);
});

test('says what is no symmetric matrix', async () => {
  await expect(symmetricEigen(createMatrix(2, 3))).rejects.toThrow('[genmodels/invalid-shape] matrix must be square, got 2 x 3 with 6 values');
  await expect(symmetricEigen(createMatrix(0, 0))).rejects.toThrow('must be square');
  await expect(symmetricEigen(createMatrix(2, 2, Float64Array.of(1, 2, 2.1, 1)))).rejects.toThrow('must be symmetric, got 2.1 at [1, 0] and 2 at [0, 1]');
  await expect(symmetricEigenvalues(createMatrix(2, 2, Float64Array.of(1, 2, Number.NaN, 1)))).rejects.toThrow('[genmodels/invalid-value] matrix must be finite, got NaN in row 1, column 0');
});

test('stops with the reason of an aborted signal', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(symmetricEigen(symmetric(8), { signal })).rejects.toThrow('enough');
  await expect(symmetricEigenvalues(symmetric(8), { signal })).rejects.toThrow('enough');
});
