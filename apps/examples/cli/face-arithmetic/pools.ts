import { drawInteger, drawPermutation, type Rng } from '@genmodels/core';
import type { Codes } from './codes.ts';
import { type Equation, kindsLike, termsOf } from './equations.ts';
import type { Kind } from './traits.ts';

/** For each of three terms the numbers of the codes that may stand in it. */
export type Pools = readonly (readonly number[])[];

/** One pool a term: all codes whose faces are as the equation says, whatever else they are. */
export function anyPools({ kinds, sure }: Codes, equation: Equation): Pools[] {
  return [termsOf(equation).map((isTerm) => sure.filter((index) => isTerm(kinds[index]!)))];
}

/** Pools for each kind of the third face, all of whose faces are alike but for what the equation is about. */
export function alikePools({ kinds, sure }: Codes, equation: Equation): Pools[] {
  const ofKind = (kind: Kind) => sure.filter((index) => kinds[index] === kind);
  const isThird = termsOf(equation)[2]!;
  const thirds = [...new Set(sure.map((index) => kinds[index]!))].filter(isThird).sort((a, b) => a - b);
  return thirds.map((third) => kindsLike(third, equation).map(ofKind));
}

/** The pools that hold enough codes. */
export function fullPools(pools: readonly Pools[], perTerm: number): Pools[] {
  return pools.filter((terms) => terms.every((pool) => pool.length >= perTerm));
}

/** So many codes of each term, from pools that are as likely as their third faces are frequent. */
export function pick(pools: readonly Pools[], perTerm: number, rng: Rng): number[][] {
  const thirds = pools.flatMap((terms) => terms[2]!.map(() => terms));
  const chosen = thirds[drawInteger(thirds.length, rng)]!;
  return chosen.map((pool) => Array.from(drawPermutation(pool.length, rng).subarray(0, perTerm), (at) => pool[at]!));
}
