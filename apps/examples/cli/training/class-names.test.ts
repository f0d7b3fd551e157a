import { Dataset } from '@genmodels/datasets';
import { expect, test } from 'vitest';
import { classNamesOf } from './class-names.ts';

const bare = { values: new Float32Array(3), shape: [1, 1, 1], domain: 'unit' } as const;
const namesOf = (train: Dataset, test: Dataset) => classNamesOf({ train, validation: train, test }, 'pets', '--conditional');
const labelled = (...labels: number[]) => Dataset.from({ ...bare, labels });

test('classes have the names of the data, or numbers up to the largest label of any part', () => {
  const named = Dataset.from({ ...bare, labels: [0, 0, 1], classNames: ['cat', 'dog'] });
  expect(namesOf(named, named)).toEqual(['cat', 'dog']);
  expect(namesOf(labelled(0, 1, 0), labelled(0, 2, 0))).toEqual(['0', '1', '2']);
});

test('without classes it says what needs them, and how they come', () => {
  expect(() => namesOf(labelled(0, 1, 1), Dataset.from(bare))).toThrow('--conditional needs classes, but pets has none: put the images of each class in a folder');
});
