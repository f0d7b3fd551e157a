import { expect, test } from 'vitest';
import { partSizes } from './part-sizes.ts';

const parts = { train: { length: 10_000 }, validation: { length: 1000 }, test: { length: 500 } };

test('the parts of a data set in words, with the word for its examples or without', () => {
  expect(partSizes(parts, 'images')).toBe('10,000 images to train, 1,000 to validate, 500 to test');
  expect(partSizes(parts)).toBe('10,000 to train, 1,000 to validate, 500 to test');
});
