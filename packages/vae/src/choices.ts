import { type ChoiceMaker, choose, type JsonObject } from '@genmodels/core';
import type { Likelihood } from './likelihood.ts';
import { bernoulli } from './likelihoods/bernoulli.ts';
import { discretizedLogistic } from './likelihoods/discretized-logistic.ts';
import { gaussian } from './likelihoods/gaussian.ts';
import type { DecoderNetwork, VaeNetwork } from './network.ts';

/** Networks and likelihoods of your own, which a stored config may name beside ours. */
export interface VaeChoices<Network extends DecoderNetwork = VaeNetwork> {
  readonly networks?: readonly ChoiceMaker<Network>[];
  readonly likelihoods?: readonly ChoiceMaker<Likelihood>[];
}

/** A stored config with the code that it names in the place of its JSON. */
export function readChoices<Network extends DecoderNetwork>(
  { network, likelihood, ...rest }: JsonObject,
  networks: readonly ChoiceMaker<Network>[],
  choices: VaeChoices<Network>,
): { readonly network: Network; readonly likelihood: Likelihood } {
  return {
    ...rest,
    network: choose(network, [...networks, ...(choices.networks ?? [])], 'network'),
    likelihood: choose(likelihood, [bernoulli, gaussian, discretizedLogistic, ...(choices.likelihoods ?? [])], 'likelihood'),
  };
}
