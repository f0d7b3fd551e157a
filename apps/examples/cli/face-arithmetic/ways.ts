import { attributeVector, createRng, type Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Codes } from './codes.ts';
import type { Equation } from './equations.ts';
import { alikePools, anyPools, fullPools, type Pools, pick } from './pools.ts';
import { traitDirection } from './trait-direction.ts';
import { hasTrait, isMixed } from './traits.ts';

/** Codes [results, latent] of the faces of equations, one a row. The caller disposes them. */
export interface Sums {
  /** The first and the second term; a vector that is added has no face. */
  readonly first?: tf.Tensor2D;
  readonly second?: tf.Tensor2D;
  readonly third: tf.Tensor2D;
  readonly result: tf.Tensor2D;
}

/** For each equation the place along its direction, as a multiple of the mean place of the faces that have what is wanted. */
export type Reach = Readonly<Record<string, number>>;

export interface SumOptions {
  readonly results: number;
  /** Codes whose mean is a term. */
  readonly perTerm: number;
  /** How far a face is moved along a pure direction. */
  readonly reach: Reach;
  readonly seed: number;
}

/** How an equation is computed. Gives nothing where there are too few faces of a kind. */
export type Way = (codes: Codes, equation: Equation, options: SumOptions) => Sums | undefined;

export const ways = {
  alike: (codes, equation, options) => sumTerms(codes, alikePools(codes, equation), equation, options),
  any: (codes, equation, options) => sumTerms(codes, anyPools(codes, equation), equation, options),
  vector: addVector,
  pure: moveAlong,
} satisfies Record<string, Way>;

export type WayName = keyof typeof ways;

export const wayNames = Object.keys(ways) as WayName[];

/** first - second + third, each the mean of some codes, as in the paper. */
function sumTerms({ z }: Codes, pools: readonly Pools[], equation: Equation, options: SumOptions): Sums | undefined {
  const { results, perTerm } = options;
  const full = fullPools(pools, perTerm);
  if (full.length === 0) return undefined;
  const rng = drawsOf(equation, options);
  const picks = Array.from({ length: results }, () => pick(full, perTerm, rng));
  return tf.tidy(() => {
    const termOf = (term: number) =>
      meansOf(
        z,
        picks.map((terms) => terms[term]!),
      ); // [results, latent]
    const [first, second, third] = [termOf(0), termOf(1), termOf(2)];
    return { first, second, third, result: tf.add<tf.Tensor2D>(tf.sub(first, second), third) };
  });
}

/** One code whose face could be the third term, and what the trait adds to codes, or less it where the trait shall go. */
function addVector(codes: Codes, equation: Equation, options: SumOptions): Sums | undefined {
  const { z, kinds, sure } = codes;
  const present = sure.map((index) => hasTrait(kinds[index]!, equation.wanted));
  if (new Set(present).size < 2) return undefined;
  return fromThirds(codes, equation, options, (third) => {
    const vector = attributeVector(tf.gather(z, [...sure]), present);
    return equation.value === 1 ? tf.add(third, vector) : tf.sub(third, vector);
  });
}

/** One code whose face could be the third term, moved along the pure direction to where faces are that have what is wanted. */
function moveAlong(codes: Codes, equation: Equation, options: SumOptions): Sums | undefined {
  const { z, kinds } = codes;
  const { name, wanted, value } = equation;
  if (!isMixed(kinds, wanted)) return undefined;
  return fromThirds(codes, equation, options, (third) => {
    const direction = tf.reshape(traitDirection(z, kinds, wanted), [-1, 1]);
    const having = [...kinds.keys()].filter((index) => hasTrait(kinds[index]!, wanted) === value);
    const place = tf.mean(tf.matMul(tf.gather(z, having), direction));
    const way = tf.sub(tf.mul(place, options.reach[name]!), tf.matMul(third, direction)); // [results, 1]
    return tf.add(third, tf.matMul(way, direction, false, true));
  });
}

/** Thirds of one code each, and what becomes of them. */
function fromThirds(
  codes: Codes,
  equation: Equation,
  options: SumOptions,
  change: (third: tf.Tensor2D) => tf.Tensor2D,
): Sums | undefined {
  const full = fullPools(anyPools(codes, equation), 1);
  if (full.length === 0) return undefined;
  const rng = drawsOf(equation, options);
  const picks = Array.from({ length: options.results }, () => pick(full, 1, rng)[2]!);
  return tf.tidy(() => {
    const third = meansOf(codes.z, picks);
    return { third, result: change(third) };
  });
}

function drawsOf({ name }: Equation, { seed }: SumOptions): Rng {
  return createRng(seed).fork('equations').fork(name);
}

/** Of each row of numbers the mean of those codes: [rows, latent]. */
function meansOf(z: tf.Tensor2D, rows: readonly (readonly number[])[]): tf.Tensor2D {
  return tf.tidy(() => {
    const codes = tf.gather(z, rows.flat());
    return tf.mean(tf.reshape(codes, [rows.length, rows[0]!.length, z.shape[1]]), 1);
  });
}
