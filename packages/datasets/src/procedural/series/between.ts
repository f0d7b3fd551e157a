import type { Rng } from '@genmodels/core';

/** One draw, even between two numbers. */
export function between(low: number, high: number, rng: Rng): number {
  return low + (high - low) * rng.next();
}
