import { expect, test } from 'vitest';
import { passesOf, shapeWithout } from './passes.ts';

test.each([
  [[7], [0], [[1, 7, 1]]],
  [[2, 3], [1], [[2, 3, 1]]],
  [[2, 3, 4, 5], [0, 1, 2], [[1, 24, 5]]],
  [[2, 3, 4, 5], [1, 2], [[2, 12, 5]]],
  [[2, 3, 4, 5], [0, 2], [[6, 4, 5], [1, 2, 15]]],
  [[2, 1, 4], [0, 2], [[1, 8, 1]]],
  [[2, 3, 1], [1, 2], [[2, 3, 1]]],
  [[1, 3], [0], []],
  [[], [], []],
])('%j over %j', (shape, axes, passes) => {
  expect(passesOf(shape, axes).map(({ outer, size, inner }) => [outer, size, inner])).toEqual(passes);
});

test('the shape that is left', () => {
  expect(shapeWithout([2, 3, 4], [0, 2], false)).toEqual([3]);
  expect(shapeWithout([2, 3, 4], [0, 2], true)).toEqual([1, 3, 1]);
});
