import { expect, test } from 'vitest';
import { levelValues, toLevels } from './levels.ts';

test.each([2, 3, 256])('all %i levels and back', (levels) => {
  const all = Array.from({ length: levels }, (_, level) => level);
  expect([...toLevels(levelValues(levels), levels)]).toEqual(all);
});

test.each([0.5, -1, 2, Number.NaN, 1e-7, Math.fround(100 / 255) + 2 ** -25])('%d is no level of 8-bit images', (value) => {
  expect(() => toLevels([value], 256)).toThrow(`[genmodels/invalid-value] images must hold the float32 values k / 255 for k = 0 to 255, got ${value}`);
});
