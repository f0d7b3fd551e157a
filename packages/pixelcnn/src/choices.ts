import { type ChoiceMaker, choose, type JsonObject } from '@genmodels/core';
import type { PixelOutput } from './output.ts';
import { bernoulli } from './outputs/bernoulli.ts';
import { categorical } from './outputs/categorical.ts';
import { logisticMixture } from './outputs/logistic-mixture.ts';

/** Outputs of your own, which a stored config may name beside ours. */
export interface PixelChoices {
  readonly outputs?: readonly ChoiceMaker<PixelOutput>[];
}

/** A stored config with its output made again, by its maker: one of ours, or the caller's. */
export function readChoices<Options>({ output, ...rest }: JsonObject, { outputs = [] }: PixelChoices = {}): Options {
  return { ...rest, output: choose(output, [bernoulli, categorical, logisticMixture, ...outputs], 'output') } as Options;
}
