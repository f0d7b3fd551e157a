import { expect, test } from 'vitest';
import { inverseNormalCdf } from './inverse-normal-cdf.ts';
import { manifoldGrid } from './manifold-grid.ts';

test('one code a cell of equal mass, in reading order', () => {
  const [low, high] = [inverseNormalCdf(1 / 6), inverseNormalCdf(5 / 6)].map(Math.fround) as [number, number];
  expect(manifoldGrid(3).arraySync()).toEqual([
    [low, low], [0, low], [high, low],
    [low, 0], [0, 0], [high, 0],
    [low, high], [0, high], [high, high],
  ]);
});

test('the size is checked', () => {
  expect(() => manifoldGrid(0)).toThrow('size must be an integer of at least 1, got 0');
});
