import { bernoulliLogProb, drawBernoulli } from '@genmodels/core';
import { defineLikelihood } from '../likelihood.ts';
import { bernoulliOutputOf, readBernoulliConfig } from '../outputs/bernoulli-output.ts';

/**
 * Independent binary values: the exact probability of binary data. For values between 0 and 1 its `logProb` is minus the
 * cross-entropy, which trains well but is no likelihood of grey levels: compare it with no other figure.
 */
export const bernoulli = /* @__PURE__ */ defineLikelihood('bernoulli', {
  options: readBernoulliConfig,
  output: bernoulliOutputOf,
  logProb: bernoulliLogProb,
  draw: (logits, _, rng) => drawBernoulli(logits, rng),
});
