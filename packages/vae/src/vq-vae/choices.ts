import type { ChoiceMaker } from '@genmodels/core';
import type { Likelihood } from '../likelihood.ts';
import type { VqNetwork } from './network.ts';

/** Networks and likelihoods of your own, which a stored config may name beside ours. */
export interface VqVaeChoices {
  readonly networks?: readonly ChoiceMaker<VqNetwork>[];
  readonly likelihoods?: readonly ChoiceMaker<Likelihood>[];
}
