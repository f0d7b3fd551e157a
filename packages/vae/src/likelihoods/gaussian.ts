import { type DataSpec, type DiagonalGaussian, gaussianLogProb } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { defineLikelihood } from '../likelihood.ts';
import { halves } from '../outputs/channels.ts';
import { type GaussianConfig, gaussianMean, gaussianOutputOf, readGaussianConfig } from '../outputs/gaussian-output.ts';

/**
 * Independent Gaussians whose means and variances the decoder gives: variance = varianceFloor + exp(output). Its `logProb` is a
 * density: not comparable with the probabilities of discrete likelihoods. For data in [0, 1] the mean lies there too, and draws
 * are clipped to it.
 */
export const gaussian = /* @__PURE__ */ defineLikelihood('gaussian', {
  options: readGaussianConfig,
  output: gaussianOutputOf,
  logProb(x, parameters, spec, options) {
    const { mean, logVariance } = readGaussian(parameters, spec, options);
    const flat = (t: tf.Tensor): tf.Tensor2D => tf.reshape(t, [x.shape[0]!, -1]);
    return gaussianLogProb(flat(x), { mean: flat(mean), logVariance: flat(logVariance) });
  },
  draw(parameters, spec, rng, options) {
    const { mean, logVariance } = readGaussian(parameters, spec, options);
    const draw = tf.add(mean, tf.mul(tf.exp(tf.mul(logVariance, 0.5)), rng.normal(mean.shape as [number])));
    return spec.domain === 'real' ? draw : tf.clipByValue(draw, 0, 1);
  },
});

/** Mean and log-variance of each value, in the shape of the examples. */
function readGaussian(
  parameters: tf.Tensor,
  spec: DataSpec,
  { varianceFloor }: GaussianConfig,
): Record<keyof DiagonalGaussian, tf.Tensor> {
  const [, logVariance] = halves(parameters);
  return { mean: gaussianMean(parameters, spec), logVariance: tf.log(tf.add(tf.exp(logVariance), varianceFloor)) };
}
