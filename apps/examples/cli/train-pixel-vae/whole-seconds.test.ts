import { expect, test } from 'vitest';
import { wholeSeconds } from './whole-seconds.ts';

test('a training that was stopped and went on took as long as its pace says', () => {
  expect(wholeSeconds({ seen: 100, seenNow: 100, seconds: 8 })).toBe(8);
  expect(wholeSeconds({ seen: 100, seenNow: 25, seconds: 2 })).toBe(8);
  expect(wholeSeconds({ seen: 100, seenNow: 0, seconds: 0.1 })).toBeUndefined();
});
