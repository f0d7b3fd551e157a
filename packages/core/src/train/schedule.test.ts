import { expect, test } from 'vitest';
import { constant, cosine, exponential, warmUp } from './schedule.ts';

test('constant', () => {
  expect([0, 5, 10].map((step) => constant()(step, 10))).toEqual([1, 1, 1]);
});

test('cosine goes from 1 over the middle to its floor', () => {
  const schedule = cosine({ floor: 0.2 });
  expect([0, 5, 10].map((step) => schedule(step, 10))).toEqual([1, expect.closeTo(0.6), expect.closeTo(0.2)]);
});

test('exponential halves every so many steps', () => {
  const schedule = exponential({ rate: 0.5, every: 100 });
  expect([0, 100, 300].map((step) => schedule(step, 1000))).toEqual([1, 0.5, 0.125]);
});

test('warm-up rises in a line, never from 0, and hands over a schedule that counts from there', () => {
  const schedule = warmUp(4, cosine());
  expect([0, 1, 2, 3].map((step) => schedule(step, 14))).toEqual([0.2, 0.4, 0.6, 0.8]);
  expect([4, 9, 14].map((step) => schedule(step, 14))).toEqual([1, expect.closeTo(0.5), expect.closeTo(0)]);
});

test('impossible schedules are refused', () => {
  expect(() => cosine({ floor: 2 })).toThrow('floor of a schedule must be from 0 to 1, got 2');
  expect(() => warmUp(0)).toThrow('steps of a schedule must be at least 1 step, got 0');
});
