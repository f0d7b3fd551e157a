import { expect, test } from 'vitest';
import { axis } from './axis.ts';

test.each([
  [0, 20, 5, [0, 5, 10, 15, 20]],
  [83.2, 131, 5, [90, 100, 110, 120, 130]],
  [0, 0.7, 4, [0, 0.2, 0.4, 0.6]],
  [0, 1, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
  [-3, 3, 6, [-3, -2, -1, 0, 1, 2, 3]],
])('ticks from %d to %d are round', (min, max, count, ticks) => {
  expect(axis(min, max, 0, 100, count).ticks).toEqual(ticks);
});

test('values are placed in proportion, also downwards', () => {
  const { place } = axis(10, 20, 300, 0, 5);
  expect([place(10), place(15), place(20), place(25)]).toEqual([300, 150, 0, -150]);
});
