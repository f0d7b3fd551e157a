import { drawInteger } from '../../src/random/integers.ts';
import type { Rng } from '../../src/rng.ts';
import { pick } from './pick.ts';

/** The bytes of a number where readers go wrong: about 0, the ends of integers, or `length`. 1 to 8 bytes, either end first. */
export function extremeNumber(length: number, rng: Rng): Uint8Array {
  const bytes = pick([1, 2, 4, 8], rng);
  const end = 2n ** BigInt(8 * bytes);
  const number = pick([0n, 1n, end / 2n - 1n, end / 2n, end - 1n, BigInt(length), BigInt(length) / 2n], rng);
  const near = number + BigInt(drawInteger(3, rng) - 1);
  const digits = Uint8Array.from({ length: bytes }, (_, i) => Number((near >> BigInt(8 * i)) & 255n)); // little end first
  return pick([digits, digits.slice().reverse()], rng);
}
