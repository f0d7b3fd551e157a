import { type ChoiceMaker, check, choose, sizeOf } from '@genmodels/core';
import type { Vae } from '../vae.ts';
import { bernoulliCoding } from './bernoulli-coding.ts';
import { discretizedLogisticCoding } from './discretized-logistic-coding.ts';
import type { CodingFamily, LevelCoding } from './level-coding.ts';

/** What the values of examples are to a coder. */
export interface CodedValues extends LevelCoding {
  /** Values of an example. */
  readonly size: number;
}

/** Throws 'invalid-argument' for a model of a density: its values cannot be coded. */
export function codedValues({ config: { spec, likelihood } }: Vae, codings: readonly ChoiceMaker<CodingFamily>[]): CodedValues {
  const known = [bernoulliCoding, discretizedLogisticCoding, ...codings];
  check(
    known.some(({ kind }) => kind === likelihood.kind),
    'invalid-argument',
    () =>
      `the model must have a likelihood of ${known.map(({ kind }) => kind).join(' or ')}, got ${likelihood.kind}: densities cannot be coded; for a discrete likelihood of your own, give its coding`,
  );
  return { ...choose(likelihood, known, 'likelihood').coding(spec), size: sizeOf(spec.shape) };
}
