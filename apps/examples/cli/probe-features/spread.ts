import { decimal } from '../../report/numbers.ts';
import { meanOf } from '../likelihood/mean.ts';

/** The mean of some numbers, and how far they lie from it: their standard deviation, 0 of a single one. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
  readonly count: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const { value: mean, error, images: count } = meanOf(values);
  return { mean, deviation: error * Math.sqrt(count), count };
}

/** '71.2 ± 1.9'; of a single number without a spread. */
export function spreadText({ mean, deviation, count }: Spread): string {
  return count === 1 ? decimal(mean, 1) : `${decimal(mean, 1)} ± ${decimal(deviation, 1)}`;
}
