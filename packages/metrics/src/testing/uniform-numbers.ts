import type { BareFeatures } from '../features/features.ts';

/**
 * Numbers in (0, 1) that fixtures/uniform_numbers.py draws too, so that a fixture need not hold its inputs: the generator of Park
 * and Miller 1988 with the multiplier 48271, whose products are exact in float64. The seed is an integer of at least 1.
 */
export function uniformNumbers(seed: number, rows: number, width: number, change = (u: number) => u): BareFeatures {
  let state = seed;
  const values = Float64Array.from({ length: rows * width }, () => {
    state = (state * 48271) % 2147483647;
    return change(state / 2147483647);
  });
  return { values, width };
}
