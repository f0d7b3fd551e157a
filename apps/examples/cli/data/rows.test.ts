import { Dataset } from '@genmodels/datasets';
import { expect, test } from 'vitest';
import { rowsOf } from './rows.ts';

const values = new Float32Array(10);

test('a row is the first examples of a class, under its name', () => {
  const labels = [1, 0, 1, 1, 0, 2, 1, 0, 0, 1];
  const data = Dataset.from({ values, shape: [1], domain: 'real', labels, classNames: ['cat', 'dog', 'bird'] });
  expect(rowsOf(data, 3)).toEqual([
    { name: 'cat', indices: [1, 4, 7] },
    { name: 'dog', indices: [0, 2, 3] },
    { name: 'bird', indices: [5] },
  ]);
});

test('without classes there is one row, of no name', () => {
  const data = Dataset.from({ values, shape: [1], domain: 'real' });
  expect(rowsOf(data, 2)).toEqual([{ name: '', indices: [0, 1, 2, 3, 4, 5, 6, 7] }]);
  expect(rowsOf(data, 5)[0]!.indices).toHaveLength(10);
});
