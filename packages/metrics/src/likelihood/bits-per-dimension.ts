import { checkCount, sizeOf } from '@genmodels/core';
import { Score } from '../score/score.ts';
import type { LikelihoodOptions } from './likelihood-options.ts';
import { negativeLogLikelihood } from './negative-log-likelihood.ts';

export type BitsPerDimensionOptions = LikelihoodOptions & Dimensions;

export type Dimensions =
  | {
      /** Numbers of an example: 3072. */
      readonly dimensions: number;
    }
  | {
      /** The shape of an example: [32, 32, 3]. */
      readonly shape: readonly number[];
    };

/**
 * The negative log-likelihood in bits a dimension: nats / (dimensions log 2). Lower is better. For 8-bit values 8 is what a uniform
 * model reaches, and what an ideal coder needs a value. Of a density it depends on the scale of the data, and can be negative:
 * values in [0, 1] give 8 bits less than the same values in [0, 256]. Rejects as `negativeLogLikelihood` does.
 */
export async function bitsPerDimension(options: BitsPerDimensionOptions): Promise<Score> {
  const dimensions = 'shape' in options ? sizeOf(options.shape) : options.dimensions;
  checkCount('dimensions', dimensions);
  const { value, interval, ...score } = (await negativeLogLikelihood(options)).toJSON();
  const toBits = (nats: number) => nats / (dimensions * Math.LN2);
  return new Score({
    ...score,
    metric: 'bits per dimension',
    unit: 'bits/dim',
    value: toBits(value),
    ...(interval && { interval: { ...interval, low: toBits(interval.low), high: toBits(interval.high) } }),
    settings: { ...score.settings, dimensions },
  });
}
