import { type DataSpec, type DiscretizedLogistic, discretizedLogisticMean } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { defineOutput, type Output } from '../likelihood.ts';
import { doubleChannels, halves } from './channels.ts';
import { checkDomain } from './check-domain.ts';

export type DiscretizedLogisticConfig = Record<string, never>;

/** The half of `discretizedLogistic` that a decoder needs: its mean. */
export const discretizedLogisticOutput = /* @__PURE__ */ defineOutput('discretizedLogistic', {
  options: readDiscretizedLogisticConfig,
  output: discretizedLogisticOutputOf,
});

export function readDiscretizedLogisticConfig(given: Partial<DiscretizedLogisticConfig>): DiscretizedLogisticConfig {
  return config.object({})(given, 'discretizedLogistic');
}

/** A mean and a log-scale a value. */
export function discretizedLogisticOutputOf(spec: DataSpec): Output {
  levelsOf(spec); // refuses data that has none
  return {
    shape: doubleChannels(spec.shape),
    mean: (parameters) => discretizedLogisticMean(readLogistic(parameters)),
  };
}

/** A fresh network's outputs are near 0: they shall mean the middle grey, give or take 0.05. */
export function readLogistic(parameters: tf.Tensor): DiscretizedLogistic {
  const [mean, logScale] = halves(parameters);
  return { mean: tf.add(mean, 0.5), logScale: tf.sub(logScale, 3) };
}

export function levelsOf({ domain }: DataSpec): number {
  const levels = domain === 'binary' ? 2 : typeof domain === 'object' ? domain.levels : 0;
  checkDomain(levels > 0, 'discretizedLogistic', 'data in levels', domain);
  return levels;
}
