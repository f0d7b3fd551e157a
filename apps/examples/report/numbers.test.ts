import { expect, test } from 'vitest';
import { counted, decimal, duration, whole } from './numbers.ts';

test('numbers are grouped and rounded for reading', () => {
  expect([whole(12_345.6), whole(0), decimal(89.396), decimal(-1234.5, 1)]).toEqual(['12,346', '0', '89.40', '-1,234.5']);
  expect([1, 2, 1250].map((steps) => counted(steps, 'step'))).toEqual(['1 step', '2 steps', '1,250 steps']);
});

test.each([
  [0.04, '0.0 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [59.4, '59 s'],
  [59.6, '1 min 00 s'],
  [125, '2 min 05 s'],
  [3599.6, '1 h 00 min'],
  [4020, '1 h 07 min'],
])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));
