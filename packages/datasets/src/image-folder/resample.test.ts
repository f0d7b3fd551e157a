import { expect, test } from 'vitest';
import { resample, windows } from './resample.ts';

const whole = (width: number, height: number) => ({ left: 0, top: 0, width, height });
const row = (...data: number[]) => ({ width: data.length, height: 1, channels: 1, data: Uint8Array.from(data) });
const closeTo = (numbers: readonly number[]) => numbers.map((number) => expect.closeTo(number, 4));

test('the same size changes nothing', () => {
  const plane = { width: 2, height: 3, channels: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) };
  expect(Array.from(resample(plane, whole(2, 3), 2, 3))).toEqual(Array.from(plane.data));
});

// To half the size: triangles two pixels to either side, 1/4 3/4 3/4 1/4 before they are divided by their sum.
test.each([
  { from: [0, 0, 80, 80, 0, 0, 0, 0], to: [80 / 7, 60, 10, 0] }, // at the edge, three pixels: 3/4 3/4 1/4
  { from: [7, 7, 7, 7], to: [7, 7] },
  { from: [0, 100, 0, 100, 0, 100, 0, 100], to: [300 / 7, 50, 50, 400 / 7] }, // a fine pattern turns grey
])('half the size: $from', ({ from, to }) => {
  expect(Array.from(resample(row(...from), whole(from.length, 1), from.length / 2, 1))).toEqual(closeTo(to));
});

test('twice the size: between the centres of two pixels lie 3/4 and 1/4', () => {
  expect(Array.from(resample(row(0, 100), whole(2, 1), 4, 1))).toEqual([0, 25, 75, 100]);
});

test('rows as columns, and channels each on its own', () => {
  const tall = { width: 1, height: 4, channels: 2, data: Uint8Array.of(0, 9, 80, 9, 80, 9, 0, 9) };
  expect(Array.from(resample(tall, whole(1, 4), 1, 2))).toEqual(closeTo([(80 * 4) / 7, 9, (80 * 4) / 7, 9]));
});

test('a box may cut through pixels', () => {
  const box = { left: 0.5, top: 0, width: 2, height: 1 };
  expect(Array.from(resample(row(0, 100, 200), box, 2, 1))).toEqual([50, 150]);
});

test('the weights of every output add up to 1, and reach no farther than the picture', () => {
  for (const [length, count] of [[1, 5], [5, 1], [7, 3], [3, 7], [4096, 32]] as const) {
    for (const { first, weights } of windows(length, 0, length, count)) {
      expect(weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 12);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first + weights.length).toBeLessThanOrEqual(length);
    }
  }
});
