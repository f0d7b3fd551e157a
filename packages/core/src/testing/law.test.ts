import { expect, test } from 'vitest';
import { LawError, mustEqual } from './law.ts';

test('equal data pass', () => {
  const data = () => ({ list: [1, 'a', null, [Number.NaN]], values: new Float32Array([1, 2]) });
  mustEqual(data(), data(), 'data');
});

test.each([
  ['NaN and null', Number.NaN, null],
  ['infinities', Infinity, -Infinity],
  ['an undefined field and none', { a: undefined }, {}],
  ['a function and none', { a: () => 1 }, {}],
  ['a list and typed values', [1], new Float32Array([1])],
  ['lengths', [1], [1, 2]],
  ['the signs of zero', [0], [-0]],
  ['a date and its text', { at: new Date(0) }, { at: '1970-01-01T00:00:00.000Z' }],
])('%s are not equal', (_, actual, expected) => {
  expect(() => mustEqual(actual, expected, 'data')).toThrow(LawError);
});
