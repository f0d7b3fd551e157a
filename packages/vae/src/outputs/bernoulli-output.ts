import { type DataSpec, sigmoid } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import { defineOutput, type Output } from '../likelihood.ts';
import { checkDomain } from './check-domain.ts';

export type BernoulliConfig = Record<string, never>;

/** The half of `bernoulli` that a decoder needs: its mean. */
export const bernoulliOutput = /* @__PURE__ */ defineOutput('bernoulli', {
  options: readBernoulliConfig,
  output: bernoulliOutputOf,
});

export function readBernoulliConfig(given: Partial<BernoulliConfig>): BernoulliConfig {
  return config.object({})(given, 'bernoulli');
}

/** One logit a value. */
export function bernoulliOutputOf({ shape, domain }: DataSpec): Output {
  checkDomain(domain !== 'real', 'bernoulli', 'values from 0 to 1', domain);
  return { shape, mean: sigmoid };
}
