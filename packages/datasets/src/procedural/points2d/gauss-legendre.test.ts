import { expect, test } from 'vitest';
import { gaussLegendre } from './gauss-legendre.ts';

/** The quadrature of x^degree from -1 to 3. */
function integrate(degree: number, panels: number): number {
  return gaussLegendre(-1, 3, panels).reduce((sum, { at, weight }) => sum + weight * at ** degree, 0);
}

test('one panel is exact up to degree 15, and not beyond', () => {
  const error = (degree: number) => Math.abs((integrate(degree, 1) * (degree + 1)) / (3 ** (degree + 1) - (-1) ** (degree + 1)) - 1);
  for (let degree = 0; degree <= 15; degree++) expect(error(degree)).toBeLessThan(1e-14);
  expect(error(16)).toBeGreaterThan(1e-12);
});

test('panels share the range', () => {
  expect(gaussLegendre(-1, 3, 5).length).toBe(40);
  expect(integrate(3, 5)).toBeCloseTo(20, 12);
});
