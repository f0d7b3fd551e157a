import { type ChoiceMaker, choose, type JsonObject } from '@genmodels/core';
import type { Likelihood, OutputFamily } from './likelihood.ts';
import type { DecoderNetwork, VaeNetwork } from './network.ts';

/** Networks and likelihoods of your own, which a stored config may name beside ours. */
export interface VaeChoices {
  readonly networks?: readonly ChoiceMaker<VaeNetwork>[];
  readonly likelihoods?: readonly ChoiceMaker<Likelihood>[];
}

/** The same for a decoder, which needs only the generating half of each. */
export interface VaeDecoderChoices {
  readonly networks?: readonly ChoiceMaker<DecoderNetwork>[];
  readonly likelihoods?: readonly ChoiceMaker<OutputFamily>[];
}

/** What a stored config names, by its makers: ours, and the caller's. */
export function readChoices<N extends DecoderNetwork, L extends OutputFamily>(
  { network, likelihood, ...rest }: JsonObject,
  networks: readonly ChoiceMaker<N>[],
  likelihoods: readonly ChoiceMaker<L>[],
): { readonly network: N; readonly likelihood: L } {
  return { ...rest, network: choose(network, networks, 'network'), likelihood: choose(likelihood, likelihoods, 'likelihood') };
}
