import { inverseNormalCdf } from '@genmodels/core';
import { expect, test } from 'vitest';
import { normalCdf } from './normal-cdf.ts';

test('it undoes the inverse, within 2e-7', () => {
  for (let i = 1; i < 1000; i++) expect(Math.abs(normalCdf(inverseNormalCdf(i / 1000)) - i / 1000)).toBeLessThan(2e-7);
});

test.each([[-Infinity, 0], [-40, 0], [40, 1], [Infinity, 1]])('at %d it is %d', (x, wanted) => {
  expect(normalCdf(x)).toBe(wanted);
});
