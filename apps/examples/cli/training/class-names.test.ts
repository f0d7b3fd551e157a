import { Dataset } from '@genmodels/datasets';
import { expect, test } from 'vitest';
import { classNamesOf } from './class-names.ts';

const bare = { values: new Float32Array(3), shape: [1, 1, 1], domain: 'unit' } as const;
const labelled = (...labels: number[]) => Dataset.from({ ...bare, labels });

test('classes have the names of the data, or numbers up to the largest label of any part', () => {
  const named = Dataset.from({ ...bare, labels: [0, 0, 1], classNames: ['cat', 'dog'] });
  expect(classNamesOf([named, named], 'pets')).toEqual(['cat', 'dog']);
  expect(classNamesOf([labelled(0, 1, 0), labelled(0, 2, 0)], 'pets')).toEqual(['0', '1', '2']);
});

test('without labels it says which attributes could serve', () => {
  expect(() => classNamesOf([Dataset.from(bare)], 'pets')).toThrow('train classifier needs classes, but pets has none');
  const judged = Dataset.from({ ...bare, attributes: { smile: [0, 1, 1], age: [3, 4, 5] } });
  expect(() => classNamesOf([judged], 'pets')).toThrow('pets has none: take an attribute, --by smile, age');
});
