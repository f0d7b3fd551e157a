import type { Interval } from './interval.ts';
import { type NormalOptions, normalInterval } from './normal-interval.ts';

/** The mean of independent values with its normal interval: the two fields of a score. One value alone has no interval. */
export function estimateMean(values: ArrayLike<number>, options: NormalOptions): { value: number; interval?: Interval } {
  const { length } = values;
  const value = sum(values, (x) => x) / length;
  if (length < 2) return { value };
  const variance = sum(values, (x) => (x - value) ** 2) / (length - 1);
  return { value, interval: normalInterval(value, Math.sqrt(variance / length), options) };
}

function sum(values: ArrayLike<number>, term: (x: number) => number): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += term(values[i]!);
  return total;
}
