import { expect, test } from 'vitest';
import { meanOf } from './mean.ts';

test('the error of a mean falls with the number of values', () => {
  expect(meanOf([1, 2, 3, 4])).toEqual({ value: 2.5, error: Math.sqrt(5 / 3 / 4), images: 4 });
  expect(meanOf([7])).toEqual({ value: 7, error: 0, images: 1 });
});
