import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Laps } from './laps.ts';

let now = 0;
beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

/** Runs that take so long each, until there are enough; how many, and which count. */
function run(milliseconds: number, durations: number) {
  const laps = new Laps(milliseconds);
  let runs = 0;
  do {
    now += durations;
    runs += 1;
  } while (!laps.lap());
  return { runs, times: laps.times };
}

test('short runs warm up for a quarter of the time', () => {
  expect(run(400, 50)).toEqual({ runs: 10, times: Array(8).fill(50) });
});

test('long runs warm up twice and count twice', () => {
  expect(run(400, 3000)).toEqual({ runs: 4, times: [3000, 3000] });
});
