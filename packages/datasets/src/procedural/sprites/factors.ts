import { drawInteger, type Rng } from '@genmodels/core';

/** How many values each factor has, in the order of dSprites. */
export const FACTORS = { shape: 3, scale: 6, orientation: 40, x: 32, y: 32 } as const;

export type SpriteFactor = keyof typeof FACTORS;

export const FACTOR_NAMES: readonly SpriteFactor[] = ['shape', 'scale', 'orientation', 'x', 'y'];

/** Which of its values each factor has, from 0. */
export type Factors = Readonly<Record<SpriteFactor, number>>;

export function drawFactors(rng: Rng): Factors {
  return Object.fromEntries(FACTOR_NAMES.map((name) => [name, drawInteger(FACTORS[name], rng)])) as Factors;
}
