import { hasTrait, type Kind, type Trait, traitWords, withTrait } from './traits.ts';

/**
 * "Smiling with glasses - serious with glasses + serious without glasses": the first two faces have the context, the third has not, and
 * what the first has before the second shall appear in the third. Radford et al. 2016 (1511.06434), section 6.3.2.
 */
export interface Equation {
  readonly name: string;
  readonly wanted: Trait;
  /** Whether it shall appear or go. */
  readonly value: 0 | 1;
  readonly context: Trait;
}

/** What is asked: each trait from another context, and one that is taken away. */
export const equations: readonly Equation[] = [
  { name: 'smile', wanted: 'smile', value: 1, context: 'glasses' },
  { name: 'glasses', wanted: 'glasses', value: 1, context: 'hat' },
  { name: 'hat', wanted: 'hat', value: 1, context: 'beard' },
  { name: 'beard', wanted: 'beard', value: 1, context: 'smile' },
  { name: 'hat-off', wanted: 'hat', value: 0, context: 'glasses' },
];

/** What the faces of the three terms must be like. */
export function termsOf({ wanted, value, context }: Equation): readonly ((kind: Kind) => boolean)[] {
  const opposite = (1 - value) as 0 | 1;
  const are = (wantedValue: 0 | 1, contextValue: 0 | 1) => (kind: Kind) =>
    hasTrait(kind, wanted) === wantedValue && hasTrait(kind, context) === contextValue;
  return [are(value, 1), are(opposite, 1), are(opposite, 0)];
}

/** The kinds of the three terms that are like the third in all else. */
export function kindsLike(third: Kind, { wanted, value, context }: Equation): readonly [Kind, Kind, Kind] {
  const second = withTrait(third, context, 1);
  return [withTrait(second, wanted, value), second, third];
}

/** The three terms and the result in words. */
export function equationWords({ wanted, value, context }: Equation): readonly [string, string, string, string] {
  const [wish, opposite] = [traitWords[wanted][value]!, traitWords[wanted][1 - value]!];
  const [absent, present] = traitWords[context];
  return [`${wish}, ${present}`, `${opposite}, ${present}`, `${opposite}, ${absent}`, `${wish}, ${absent}`];
}
