import { expect, test } from 'vitest';
import { groupsOf } from './groups.ts';

test('groups are of images one after another', () => {
  expect(groupsOf(7, undefined, 2, 3)).toEqual([[0, 1, 2], [3, 4, 5]]);
  expect(groupsOf(7, undefined, 5, 3)).toHaveLength(2);
  expect(groupsOf(2, undefined, 5, 3)).toEqual([]);
});

test('where there are classes, a group is of one, and each class has its turn', () => {
  const labels = [1, 0, 1, 0, 2, 0, 0];
  expect(groupsOf(labels.length, labels, 8, 2)).toEqual([[1, 3], [0, 2], [5, 6]]);
  expect(groupsOf(labels.length, labels, 1, 4)).toEqual([[1, 3, 5, 6]]);
});
