import * as tf from '@tensorflow/tfjs-core';
import type { Codes } from './codes.ts';
import { type Equation, equations } from './equations.ts';
import type { Look } from './look.ts';
import { hasTrait } from './traits.ts';
import { type Reach, type SumOptions, ways } from './ways.ts';

/** What is tried, in order: 1 is the mean place of the faces that have the trait. */
const reaches = [1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6];

/** The share of faces that shall get what is wanted. */
const goal = 0.9;

/** For each equation the first reach that gives nine of ten faces what is wanted, or the last; on codes that are not measured afterwards. */
export async function calibrate(codes: Codes, look: Look, options: Omit<SumOptions, 'reach'>): Promise<Reach> {
  const found: [string, number][] = [];
  for (const equation of equations) {
    let share = 0;
    let last = 0;
    for (const reach of reaches) {
      if (share >= goal) break;
      last = reach;
      share = await shareAt(codes, look, equation, { ...options, reach: { [equation.name]: reach } });
    }
    found.push([equation.name, last]);
  }
  return Object.fromEntries(found);
}

/** Of the results that have what is wanted; 1 where there are too few faces to say. */
async function shareAt(codes: Codes, look: Look, equation: Equation, options: SumOptions): Promise<number> {
  const sums = ways.pure(codes, equation, options);
  if (sums === undefined) return 1;
  try {
    const { kinds } = await look(sums.result);
    return kinds.filter((kind) => hasTrait(kind, equation.wanted) === equation.value).length / kinds.length;
  } finally {
    tf.dispose({ ...sums });
  }
}
