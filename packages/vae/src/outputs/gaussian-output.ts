import { type DataSpec, sigmoid } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type * as tf from '@tensorflow/tfjs-core';
import { defineOutput, type Output } from '../likelihood.ts';
import { doubleChannels, halves } from './channels.ts';
import { checkDomain } from './check-domain.ts';

export type GaussianConfig = {
  /** Least variance of a value. Without a floor the density of a value that never varies grows without bound. @default 0.001 */
  readonly varianceFloor: number;
};

/** The half of `gaussian` that a decoder needs: its mean. */
export const gaussianOutput = /* @__PURE__ */ defineOutput('gaussian', { options: readGaussianConfig, output: gaussianOutputOf });

export function readGaussianConfig(given: Partial<GaussianConfig>): GaussianConfig {
  return config.object({ varianceFloor: config.optional(config.number({ min: 1e-12 }), 1e-3) })(given, 'gaussian');
}

/** A mean and a variance a value: variance = varianceFloor + exp(output). */
export function gaussianOutputOf(spec: DataSpec): Output {
  const { shape, domain } = spec;
  checkDomain(domain === 'real' || domain === 'unit', 'gaussian', 'the domains real and unit', domain);
  return {
    shape: doubleChannels(shape),
    mean: (parameters) => gaussianMean(parameters, spec),
  };
}

/** Of each value, in the shape of the examples. */
export function gaussianMean(parameters: tf.Tensor, { domain }: DataSpec): tf.Tensor {
  const [mean] = halves(parameters);
  return domain === 'real' ? mean : sigmoid(mean);
}
