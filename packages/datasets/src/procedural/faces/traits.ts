import type { Rng } from '@genmodels/core';

/** Yes with a chance, one of some choices, or a measure between two numbers. */
export type Trait = { readonly chance: number } | { readonly choices: number } | { readonly from: number; readonly to: number };

/** What makes a face, each drawn by itself. A new one goes to the end, so that the others keep their draws. */
export const TRAITS = {
  smile: { chance: 0.5 },
  glasses: { chance: 0.4 },
  hat: { chance: 0.35 },
  beard: { chance: 0.3 },
  blush: { chance: 0.5 },
  mouthOpen: { chance: 0.4 },
  eyesClosed: { chance: 0.15 },
  hair: { choices: 7 },
  hairColour: { choices: 7 },
  skin: { choices: 6 },
  head: { choices: 4 },
  eyeColour: { choices: 4 },
  clothes: { choices: 6 },
  background: { choices: 8 },
  gaze: { from: -1, to: 1 },
  brows: { from: -1, to: 1 },
  x: { from: -1.5, to: 1.5 },
  y: { from: -1, to: 1 },
  size: { from: 1.02, to: 1.18 },
  tilt: { from: -10, to: 10 },
  light: { from: 0.94, to: 1.03 },
} as const satisfies Record<string, Trait>;

export type TraitName = keyof typeof TRAITS;

/** One number for each trait. */
export type Traits = Readonly<Record<TraitName, number>>;

export function drawTraits(rng: Rng): Traits {
  const entries = Object.entries<Trait>(TRAITS);
  const uniforms = rng.fillUniform(new Float32Array(entries.length));
  return Object.fromEntries(entries.map(([name, trait], i) => [name, pick(trait, uniforms[i]!)])) as Traits;
}

function pick(trait: Trait, uniform: number): number {
  if ('chance' in trait) return uniform < trait.chance ? 1 : 0;
  if ('choices' in trait) return Math.floor(trait.choices * uniform);
  return Math.fround(trait.from + (trait.to - trait.from) * uniform); // as it will be stored
}
