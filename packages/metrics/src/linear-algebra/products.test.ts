import { expect, test } from 'vitest';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { farthest, multiplied, transposed, uniformMatrix } from '../testing/plain-matrices.ts';
import { addGram, mirrorLower } from './gram.ts';
import { createMatrix } from './matrix.ts';
import { multiplyTransposed } from './multiply-transposed.ts';

const pause = pauseOrAbort();

test.each([[1, 1, 1], [4, 4, 4], [3, 5, 2], [9, 6, 13], [5, 7, 256], [6, 5, 600]])('a bᵀ of %i and %i rows over %i columns', async (m, n, depth) => {
  const [a, b] = [uniformMatrix(1, m, depth), uniformMatrix(2, n, depth)];
  expect(farthest(await multiplyTransposed(a, b, pause), multiplied(a, transposed(b)))).toBeLessThan(1e-13);
});

test('a product with no rows is empty', async () => {
  expect(await multiplyTransposed(createMatrix(0, 3), uniformMatrix(1, 2, 3), pause)).toMatchObject({ rows: 0, columns: 2 });
});

test.each([[1, 1], [7, 3], [2, 4], [20, 37], [256, 70]])('rowsᵀ rows of %i rows of width %i, added twice', async (rows, width) => {
  const [a, b] = [uniformMatrix(1, rows, width), uniformMatrix(2, rows, width)];
  const sum = createMatrix(width, width);
  await addGram(sum, a.values, pause);
  await addGram(sum, b.values, pause);
  mirrorLower(sum);
  const both = createMatrix(2 * rows, width, Float64Array.of(...a.values, ...b.values));
  expect(farthest(sum, multiplied(transposed(both), both))).toBeLessThan(1e-12);
});
