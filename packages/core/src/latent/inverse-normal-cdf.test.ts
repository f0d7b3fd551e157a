import { expect, test } from 'vitest';
import { inverseNormalCdf } from './inverse-normal-cdf.ts';

// Values of SciPy 1.17's ndtri, on all three branches and beside their borders.
test.each([
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798409],
  [1e-9, -5.9978070150076865],
  [0.001, -3.090232306167813],
  [0.0749, -1.4402382675279635],
  [0.0751, -1.4388253927525403],
  [0.25, -0.6744897501960817],
  [0.5, 0.0],
  [0.6, 0.2533471031357997],
  [0.975, 1.959963984540054],
  [0.9999999, 5.199337582290661],
])('of %d is %d', (p, expected) => {
  expect(Math.abs(inverseNormalCdf(p) - expected)).toBeLessThan(1e-14 * Math.max(1, Math.abs(expected)));
});

test('is odd around one half', () => {
  for (const p of [0.1, 0.01, 0.3]) expect(inverseNormalCdf(1 - p)).toBeCloseTo(-inverseNormalCdf(p), 12);
});

test.each([0, 1, -0.1, Number.NaN])('%d is no probability', (p) => {
  expect(() => inverseNormalCdf(p)).toThrow('[genmodels/invalid-argument] a probability must lie between 0 and 1, exclusive');
});
