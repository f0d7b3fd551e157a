import { discretizedLogisticLogProb, drawDiscretizedLogistic } from '@genmodels/core';
import { defineLikelihood } from '../likelihood.ts';
import {
  discretizedLogisticOutputOf,
  levelsOf,
  readDiscretizedLogisticConfig,
  readLogistic,
} from '../outputs/discretized-logistic-output.ts';

/**
 * Independent logistic distributions, cut into the data's levels (Salimans et al. 2017, eq. 2, with one component): an exact
 * log-probability of 8-bit values, so bits per dimension follow from it.
 */
export const discretizedLogistic = /* @__PURE__ */ defineLikelihood('discretizedLogistic', {
  options: readDiscretizedLogisticConfig,
  output: discretizedLogisticOutputOf,
  logProb: (x, parameters, spec, options) => discretizedLogisticLogProb(x, readLogistic(parameters, options), levelsOf(spec)),
  draw: (parameters, spec, rng, options) => drawDiscretizedLogistic(readLogistic(parameters, options), levelsOf(spec), rng),
});
