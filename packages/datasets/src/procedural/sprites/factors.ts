import { drawInteger, type Rng } from '@genmodels/core';

export type SpriteFactor = 'shape' | 'scale' | 'orientation' | 'x' | 'y';

/** How many values each factor has, in the order of dSprites. */
export const FACTORS: Readonly<Record<SpriteFactor, number>> = { shape: 3, scale: 6, orientation: 40, x: 32, y: 32 };

export const FACTOR_NAMES: readonly SpriteFactor[] = ['shape', 'scale', 'orientation', 'x', 'y'];

/** Which of its values each factor has, from 0. */
export type Factors = Readonly<Record<SpriteFactor, number>>;

export function drawFactors(rng: Rng): Factors {
  return Object.fromEntries(FACTOR_NAMES.map((name) => [name, drawInteger(FACTORS[name], rng)])) as Factors;
}
