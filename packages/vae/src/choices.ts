import { type ChoiceMaker, choose, type JsonObject } from '@genmodels/core';
import type { VaeDecoderOptions } from './config.ts';
import type { Likelihood } from './likelihood.ts';
import { bernoulli } from './likelihoods/bernoulli.ts';
import { discretizedLogistic } from './likelihoods/discretized-logistic.ts';
import { gaussian } from './likelihoods/gaussian.ts';
import type { VaeNetwork } from './network.ts';
import { conv } from './networks/conv.ts';
import { mlp } from './networks/mlp.ts';

/** Networks and likelihoods of your own, which a stored config may name beside ours. */
export interface VaeChoices {
  readonly networks?: readonly ChoiceMaker<VaeNetwork>[];
  readonly likelihoods?: readonly ChoiceMaker<Likelihood>[];
}

/** The options of a stored config: the code that it names instead of its JSON. */
export function readChoices({ network, likelihood, ...rest }: JsonObject, { networks = [], likelihoods = [] }: VaeChoices): VaeDecoderOptions {
  return {
    ...(rest as unknown as VaeDecoderOptions), // checked by the constructor
    network: choose(network, [mlp, conv, ...networks], 'network'),
    likelihood: choose(likelihood, [bernoulli, gaussian, discretizedLogistic, ...likelihoods], 'likelihood'),
  };
}
