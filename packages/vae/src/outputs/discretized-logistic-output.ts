import { type DataSpec, type DiscretizedLogistic, discretizedLogisticMean } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { defineOutput, type Output } from '../likelihood.ts';
import { doubleChannels, halves } from './channels.ts';
import { checkDomain } from './check-domain.ts';

export type DiscretizedLogisticConfig = {
  /**
   * Who shares a scale: all values of an example, so that every error of the mean counts alike and the means are learned many times
   * sooner (Rybkin, Daniilidis and Levine 2021, 2006.13202), or none: 'value' fits better in the end. @default 'example'
   */
  readonly scale: 'example' | 'value';
};

/** The half of `discretizedLogistic` that a decoder needs: its mean. */
export const discretizedLogisticOutput = /* @__PURE__ */ defineOutput('discretizedLogistic', {
  options: readDiscretizedLogisticConfig,
  output: discretizedLogisticOutputOf,
});

export function readDiscretizedLogisticConfig(given: Partial<DiscretizedLogisticConfig>): DiscretizedLogisticConfig {
  return config.object({ scale: config.optional(config.oneOf(['example', 'value']), 'example') })(given, 'discretizedLogistic');
}

/** A mean and a log-scale a value; of the latter their mean, where an example has one scale. */
export function discretizedLogisticOutputOf(spec: DataSpec, options: DiscretizedLogisticConfig): Output {
  levelsOf(spec); // refuses data that has none
  return {
    shape: doubleChannels(spec.shape),
    mean: (parameters) => discretizedLogisticMean(readLogistic(parameters, options)),
  };
}

/**
 * A fresh network's outputs are near 0: they shall mean the middle grey, give or take 0.14. Means are not held in [0, 1]: black that is
 * certain has one far below 0, whatever the scale that it shares, where a mean of 0 would leave half of the mass to other levels. A
 * quarter is the slope of a sigmoid: steeper, and colours are learned later.
 */
export function readLogistic(parameters: tf.Tensor, { scale }: DiscretizedLogisticConfig): DiscretizedLogistic {
  const [mean, raw] = halves(parameters);
  const logScale = scale === 'value' ? raw : meanOfExample(raw);
  return { mean: tf.add(tf.mul(mean, 0.25), 0.5), logScale: tf.sub(logScale, 2) };
}

/** One number an example, in the rank of x. By the kernel itself: an app that draws has no other use for `tf.mean`. */
function meanOfExample(x: tf.Tensor): tf.Tensor {
  const axis = x.shape.map((_, i) => i).slice(1);
  return tf.engine().runKernel('Mean', { x }, { axis, keepDims: true });
}

export function levelsOf({ domain }: DataSpec): number {
  const levels = domain === 'binary' ? 2 : typeof domain === 'object' ? domain.levels : 0;
  checkDomain(levels > 0, 'discretizedLogistic', 'data in levels', domain);
  return levels;
}
