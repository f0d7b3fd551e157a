import * as tf from '@tensorflow/tfjs-core';
import type { Codes } from './codes.ts';
import { type Equation, equations } from './equations.ts';
import type { Look, Seen } from './look.ts';
import { type Share, shareOf } from './share.ts';
import { hasTrait, type Trait, traits } from './traits.ts';
import { type SumOptions, type Sums, type WayName, wayNames, ways } from './ways.ts';

/** How well one equation came out in one way. */
export interface Outcome {
  /** Results that have what is wanted. */
  readonly wanted: Share;
  /** Faces of the third term that had it already. */
  readonly before: Share;
  /** For each other trait the results in which it is as in the face of the third term. */
  readonly stays: Readonly<Partial<Record<Trait, Share>>>;
}

/** By the name of the equation; one that has too few faces is missing. */
export type Outcomes = Readonly<Record<string, Outcome>>;

/** All equations in all ways. */
export async function evaluate(codes: Codes, look: Look, options: SumOptions): Promise<Readonly<Record<WayName, Outcomes>>> {
  const all: [string, Outcomes][] = [];
  for (const way of wayNames) {
    const outcomes: [string, Outcome][] = [];
    for (const equation of equations) {
      const outcome = await measure(ways[way](codes, equation, options), equation, look);
      if (outcome !== undefined) outcomes.push([equation.name, outcome]);
    }
    all.push([way, Object.fromEntries(outcomes)]);
  }
  return Object.fromEntries(all) as Readonly<Record<WayName, Outcomes>>;
}

/** Takes the sums over: disposes them. */
async function measure(sums: Sums | undefined, equation: Equation, look: Look): Promise<Outcome | undefined> {
  if (sums === undefined) return undefined;
  try {
    return outcomeOf(equation, await look(sums.third), await look(sums.result));
  } finally {
    tf.dispose({ ...sums });
  }
}

/** What became of faces: those of the third term, and of the results. */
export function outcomeOf({ wanted, value }: Equation, third: Seen, result: Seen): Outcome {
  const have = ({ kinds }: Seen) => shareOf(kinds.map((kind) => hasTrait(kind, wanted) === value));
  const others = traits.filter((trait) => trait !== wanted);
  const stay = (trait: Trait) =>
    shareOf(result.kinds.map((kind, i) => hasTrait(kind, trait) === hasTrait(third.kinds[i]!, trait)));
  return {
    wanted: have(result),
    before: have(third),
    stays: Object.fromEntries(others.map((trait) => [trait, stay(trait)])),
  };
}
