import { decimal } from '../../report/numbers.ts';

/** The mean of some numbers, and how far they lie from it: their standard deviation, 0 of a single one. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
  readonly count: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, count - 1)), count };
}

/** '71.2 ± 1.9'; of a single number without a spread. */
export function spreadText({ mean, deviation, count }: Spread): string {
  return count === 1 ? decimal(mean, 1) : `${decimal(mean, 1)} ± ${decimal(deviation, 1)}`;
}
