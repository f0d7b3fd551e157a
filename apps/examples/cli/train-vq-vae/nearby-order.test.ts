import { expect, test } from 'vitest';
import { nearbyOrder } from './nearby-order.ts';

test('the highest bit parts what is farthest apart, the next what is within each half', () => {
  const vectors = [[10, 1], [0, 0], [10, 0], [0, 1]];
  const order = nearbyOrder(vectors);
  expect([...order].sort()).toEqual([0, 1, 2, 3]);
  const halves = [order.slice(0, 2), order.slice(2)].map((half) => half.map((i) => vectors[i]![0]));
  expect(halves.map((half) => new Set(half).size)).toEqual([1, 1]);
});

test('vectors on a line come in their order, and equal ones in that of their numbers', () => {
  expect(nearbyOrder([3, 1, 7, 0, 5, 2, 6, 4].map((x) => [x, 2 * x]))).toEqual([3, 1, 5, 0, 7, 4, 6, 2]);
  expect(nearbyOrder([[1], [1], [1]])).toEqual([0, 1, 2]);
});
