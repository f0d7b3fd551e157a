import { expect, test } from 'vitest';
import { formatNumber } from './format-number.ts';

test.each([
  [0, '0'], [-0, '0'], [1, '1'], [0.1 + 0.2, '0.3'], [-12.34567, '-12.35'], [999.96, '1000'], [123456.7, '123457'],
  [0.00012345, '0.0001234'], [0.000012345, '1.23e-5'], [Infinity, 'Infinity'], [-Infinity, '-Infinity'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
