import { check, config, type DataSpec, gaussianLogProb, show } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { defineLikelihood, type ObservationModel } from '../likelihood.ts';
import { doubleChannels, halves } from './channels.ts';

const fields = {
  /** Least variance of a value. Without a floor the density of a value that never varies grows without bound. */
  varianceFloor: config.optional(config.number({ min: 1e-12 }), 1e-3),
};

type GaussianConfig = config.ConfigOf<typeof fields>;

/**
 * Independent Gaussians whose means and variances the decoder gives: variance = varianceFloor + exp(output). Its `logProb` is a
 * density: not comparable with the probabilities of discrete likelihoods. For data in [0, 1] the mean lies there too, and draws
 * are clipped to it.
 */
export const gaussian = /* @__PURE__ */ defineLikelihood<GaussianConfig>('gaussian', {
  options: (given) => config.object(fields)(given, 'gaussian'),
  of: (spec, options) => gaussianOf(spec, options),
});

function gaussianOf({ shape, domain }: DataSpec, { varianceFloor }: GaussianConfig): ObservationModel {
  check(domain === 'real' || domain === 'unit', 'invalid-config', () =>
    `gaussian() is a density, for the domains real and unit, got ${show(domain)}; use bernoulli() or discretizedLogistic()`,
  );
  const meanOf = (output: tf.Tensor): tf.Tensor => (domain === 'real' ? output : tf.sigmoid(output));
  const read = (parameters: tf.Tensor) => {
    const [mean, logVariance] = halves(parameters);
    return { mean: meanOf(mean), logVariance: tf.log(tf.add(tf.exp(logVariance), varianceFloor)) };
  };
  return {
    outputShape: doubleChannels(shape),
    logProb(x, parameters) {
      const { mean, logVariance } = read(parameters);
      const flat = (t: tf.Tensor): tf.Tensor2D => tf.reshape(t, [x.shape[0]!, -1]);
      return gaussianLogProb(flat(x), { mean: flat(mean), logVariance: flat(logVariance) });
    },
    mean: (parameters) => meanOf(halves(parameters)[0]),
    draw(parameters, rng) {
      const { mean, logVariance } = read(parameters);
      const draw = tf.add(mean, tf.mul(tf.exp(tf.mul(logVariance, 0.5)), rng.normal(mean.shape as [number])));
      return domain === 'real' ? draw : tf.clipByValue(draw, 0, 1);
    },
  };
}
