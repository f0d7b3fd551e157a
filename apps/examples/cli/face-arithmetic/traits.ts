/** What faces have or have not, each drawn by itself: those of `faces()` that can be seen at its size. */
export const traits = ['smile', 'glasses', 'hat', 'beard', 'mouthOpen'] as const;

export type Trait = (typeof traits)[number];

/** How a face is called that has it not, and that has it. */
export const traitWords: Readonly<Record<Trait, readonly [without: string, having: string]>> = {
  smile: ['serious', 'smiling'],
  glasses: ['without glasses', 'with glasses'],
  hat: ['bareheaded', 'with a hat'],
  beard: ['without a beard', 'with a beard'],
  mouthOpen: ['mouth closed', 'mouth open'],
};

/** What a face has, as one number: bit i is trait i. */
export type Kind = number;

export function hasTrait(kind: Kind, trait: Trait): 0 | 1 {
  return ((kind >> traits.indexOf(trait)) & 1) as 0 | 1;
}

/** The kind of faces that are alike but for this trait. */
export function withTrait(kind: Kind, trait: Trait, value: 0 | 1): Kind {
  const bit = 1 << traits.indexOf(trait);
  return value === 1 ? kind | bit : kind & ~bit;
}

/** Whether some have it and some have not. */
export function isMixed(kinds: readonly Kind[], trait: Trait): boolean {
  return new Set(kinds.map((kind) => hasTrait(kind, trait))).size === 2;
}
