import { createRng } from '@genmodels/core';
import { expect, test } from 'vitest';
import { truncatedNormal } from './truncated-normal.ts';

test.each([
  [0.5, 0.2844],
  [1, 0.5396],
  [2, 0.8796],
])('cut off at %d it stays within, with the deviation of the cut-off normal', async (bound, deviation) => {
  const draws = [...(await truncatedNormal(createRng(0), [200, 100], bound).data())];
  expect(Math.max(...draws.map(Math.abs))).toBeLessThanOrEqual(bound);
  const square = draws.reduce((sum, draw) => sum + draw ** 2 / 20_000, 0);
  expect(Math.sqrt(square)).toBeCloseTo(deviation, 2); // sqrt(1 - 2 t phi(t) / (2 Phi(t) - 1))
});

test('cut off far out it is the normal itself', async () => {
  const draws = [...(await truncatedNormal(createRng(0), [200, 100], 40).data())];
  const square = draws.reduce((sum, draw) => sum + draw ** 2 / 20_000, 0);
  expect(square).toBeCloseTo(1, 1);
});
