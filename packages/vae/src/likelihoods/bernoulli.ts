import { bernoulliLogProb, check, config, drawBernoulli } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { defineLikelihood } from '../likelihood.ts';

/**
 * Independent binary values: the exact probability of binary data. For values between 0 and 1 its `logProb` is minus the
 * cross-entropy, which trains well but is no likelihood of grey levels: compare it with no other figure.
 */
export const bernoulli = /* @__PURE__ */ defineLikelihood('bernoulli', {
  options: (given) => config.object({})(given, 'bernoulli'),
  of({ shape, domain }) {
    check(domain !== 'real', 'invalid-config', () => 'bernoulli() needs values from 0 to 1, but the domain is real; use gaussian()');
    return { outputShape: shape, logProb: bernoulliLogProb, mean: (logits) => tf.sigmoid(logits), draw: drawBernoulli };
  },
});
