import type * as tf from '@tensorflow/tfjs-core';
import { number } from '../config.ts';
import { checkSizes } from './check-sizes.ts';
import { ones, zeros } from './initializers.ts';
import { moments, normalize } from './normalize.ts';

export interface InstanceNormOptions {
  readonly channels: number;
  /** Added to the variance. @default 1e-5 */
  readonly epsilon?: number;
}

/** Normalises each channel of each image over its pixels, then scales and shifts it. Ulyanov et al. 2016. */
export class InstanceNorm {
  readonly scale: tf.Variable<tf.Rank.R1>; // [channels]
  readonly offset: tf.Variable<tf.Rank.R1>; // [channels]
  readonly epsilon: number;

  constructor({ channels, epsilon = 1e-5 }: InstanceNormOptions) {
    checkSizes({ channels });
    this.epsilon = number({ min: 0 })(epsilon, 'epsilon');
    this.scale = ones<tf.Rank.R1>([channels]);
    this.offset = zeros<tf.Rank.R1>([channels]);
  }

  apply(x: tf.Tensor4D): tf.Tensor4D {
    return normalize(x, moments(x, [1, 2]), this) as tf.Tensor4D;
  }
}
