import { Dataset } from '@genmodels/datasets';
import { expect, test } from 'vitest';
import type { TrainingData } from '../training/training-data.ts';
import { givenClasses } from './given-classes.ts';

/** Three parts of two black pixels each. */
function dataOf(labels?: [number, number]): TrainingData {
  const part = Dataset.from({ values: new Float32Array(2), shape: [1, 1, 1], domain: 'binary', ...(labels && { labels }) });
  return { name: 'nothing', examples: 'images', values: 'black', spec: part.spec, train: part, validation: part, test: part };
}

test('classes without names are called by their numbers', () => {
  expect(givenClasses(dataOf([2, 0]), 'folder')).toEqual(['0', '1', '2']);
});

test('images without classes are refused, with what has them', () => {
  expect(() => givenClasses(dataOf(), 'folder')).toThrow('--conditional needs images with classes, but folder has none');
  expect(() => givenClasses(dataOf(), 'folder')).toThrow('mnist');
});
