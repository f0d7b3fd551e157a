import { check, drawBernoulli } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { defineOutput, type OutputParts } from '../likelihood.ts';

export type BernoulliConfig = Record<string, never>;

/** One logit a value. */
export const bernoulliParts: OutputParts<BernoulliConfig> = {
  options: (given) => config.object({})(given, 'bernoulli'),
  output({ shape, domain }) {
    check(domain !== 'real', 'invalid-config', () => 'bernoulli() needs values from 0 to 1, but the domain is real; use gaussian()');
    return { shape, mean: (logits) => tf.sigmoid(logits), draw: drawBernoulli };
  },
};

/** The generating half of `bernoulli`. */
export const bernoulliOutput = /* @__PURE__ */ defineOutput('bernoulli', bernoulliParts);
