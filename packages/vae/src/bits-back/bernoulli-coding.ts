import { check, fixedSigmoid, show } from '@genmodels/core';
import { readBernoulliConfig } from '../outputs/bernoulli-output.ts';
import { defineCoding } from './level-coding.ts';

/** Of binary data: below 1 there is only 0. */
export const bernoulliCoding = /* @__PURE__ */ defineCoding('bernoulli', {
  options: readBernoulliConfig,
  coding({ domain }) {
    check(
      domain === 'binary',
      'invalid-argument',
      () =>
        `bernoulli() gives probabilities to binary data alone, got the domain ${show(domain)}: train with discretizedLogistic()`,
    );
    return { levels: 2, cdf: (logits) => (place) => fixedSigmoid(-logits[place]!) };
  },
});
