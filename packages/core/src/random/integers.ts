import { check, show } from '../errors.ts';
import type { Rng } from '../rng.ts';

/** One unbiased integer in [0, bound); `bound` is at most 2^32. */
export function drawInteger(bound: number, rng: Rng): number {
  check(
    Number.isInteger(bound) && bound >= 1 && bound <= 2 ** 32,
    'invalid-argument',
    () => `bound must be an integer from 1 to 2^32, got ${show(bound)}`,
  );
  const even = 2 ** 32 - (2 ** 32 % bound); // words from here on would favour the small values
  for (;;) {
    const word = rng.nextWord();
    if (word < even) return word % bound;
  }
}

/** 0 ... length - 1 in random order (Fisher and Yates). */
export function drawPermutation(length: number, rng: Rng): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = drawInteger(i + 1, rng);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
