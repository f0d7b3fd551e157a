import { check, config, type DataSpec, type DiscretizedLogistic, discretizedLogisticLogProb, discretizedLogisticMean, drawDiscretizedLogistic, show } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { defineLikelihood, type ObservationModel } from '../likelihood.ts';
import { doubleChannels, halves } from './channels.ts';

/**
 * Independent logistic distributions, cut into the data's levels (Kingma et al. 2016, appendix; Salimans et al. 2017, eq. 2, with
 * one component): an exact log-probability of 8-bit values, so bits per dimension follow from it.
 */
export const discretizedLogistic = /* @__PURE__ */ defineLikelihood('discretizedLogistic', {
  options: (given) => config.object({})(given, 'discretizedLogistic'),
  of: (spec) => discretizedLogisticOf(spec),
});

function discretizedLogisticOf({ shape, domain }: DataSpec): ObservationModel {
  const levels = domain === 'binary' ? 2 : typeof domain === 'object' ? domain.levels : 0;
  check(levels > 0, 'invalid-config', () => `discretizedLogistic() needs data in levels, got the domain ${show(domain)}; use gaussian() or bernoulli()`);
  return {
    outputShape: doubleChannels(shape),
    logProb: (x, parameters) => discretizedLogisticLogProb(x, read(parameters), levels),
    mean: (parameters) => discretizedLogisticMean(read(parameters)),
    draw: (parameters, rng) => drawDiscretizedLogistic(read(parameters), levels, rng),
  };
}

/** A fresh network's outputs are near 0: they shall mean the middle grey, give or take 0.05. */
function read(parameters: tf.Tensor): DiscretizedLogistic {
  const [mean, logScale] = halves(parameters);
  return { mean: tf.add(mean, 0.5), logScale: tf.sub(logScale, 3) };
}
