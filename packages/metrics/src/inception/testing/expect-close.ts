import { expect } from 'vitest';

/** The largest error, as a share of the largest value, is below `tolerance`. */
export function expectClose(got: readonly number[], expected: readonly number[], tolerance: number): void {
  const scale = Math.max(...expected.map(Math.abs));
  const errors = expected.map((value, i) => Math.abs(value - got[i]!) / scale);
  expect(got.length).toBe(expected.length);
  expect(Math.max(...errors)).toBeLessThan(tolerance);
}
