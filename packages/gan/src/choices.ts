import { type ChoiceMaker, choose, type JsonObject } from '@genmodels/core';
import type { GanLoss } from './loss.ts';
import type { GanNetwork, GeneratorNetwork } from './network.ts';

/** Networks and losses of your own, which a stored config may name beside ours. */
export interface GanChoices {
  readonly networks?: readonly ChoiceMaker<GanNetwork>[];
  readonly losses?: readonly ChoiceMaker<GanLoss>[];
}

/** The same for a generator, which needs only the generating half of a network. */
export interface GanGeneratorChoices {
  readonly networks?: readonly ChoiceMaker<GeneratorNetwork>[];
}

/** The network that a stored config names, by its makers: ours, and the caller's. */
export function readNetwork<N extends GeneratorNetwork>(
  { network, ...rest }: JsonObject,
  networks: readonly ChoiceMaker<N>[],
): JsonObject & { readonly network: N } {
  return { ...rest, network: choose(network, networks, 'network') } as JsonObject & { readonly network: N };
}
