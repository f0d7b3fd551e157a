import { expect, test } from 'vitest';
import { halvingCount } from './halving-count.ts';

test.each([
  [28, 4, 3], // 14, 7, 4
  [32, 4, 3],
  [64, 4, 4],
  [28, 7, 2],
  [32, 7, 2],
  [24, 4, 2], // 12, 6; 3 is too few
  [5, 4, 1], // 3, but one halving there is
])('%i pixels are halved, and are at least %i, %i times', (size, smallest, times) => {
  expect(halvingCount([size, size + 3, 1], smallest)).toBe(times);
  expect(halvingCount([size + 3, size, 1], smallest)).toBe(times);
});
