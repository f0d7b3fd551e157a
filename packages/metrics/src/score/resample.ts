import { drawInteger, type Rng } from '@genmodels/core';

/** `count` numbers below `count`, drawn with replacement: which examples a resample holds. */
export function resample(count: number, rng: Rng): Uint32Array {
  return Uint32Array.from({ length: count }, () => drawInteger(count, rng));
}
