import type * as tf from '@tensorflow/tfjs-core';
import { number } from '../config.ts';
import { checkSizes } from './check-sizes.ts';
import { ones, zeros } from './initializers.ts';
import { moments, normalize } from './normalize.ts';

export interface LayerNormOptions {
  readonly channels: number;
  /** Added to the variance. @default 1e-5 */
  readonly epsilon?: number;
}

/**
 * Normalises each example over all its units, then scales and shifts each channel: no example sees another, as a critic with
 * a gradient penalty needs. Ba et al. 2016.
 */
export class LayerNorm {
  readonly scale: tf.Variable<tf.Rank.R1>; // [channels]
  readonly offset: tf.Variable<tf.Rank.R1>; // [channels]
  readonly epsilon: number;

  constructor({ channels, epsilon = 1e-5 }: LayerNormOptions) {
    checkSizes({ channels });
    this.epsilon = number({ min: 0 })(epsilon, 'epsilon');
    this.scale = ones<tf.Rank.R1>([channels]);
    this.offset = zeros<tf.Rank.R1>([channels]);
  }

  apply<T extends tf.Tensor>(x: T): T {
    const axes = x.shape.slice(1).map((_, i) => i + 1);
    return normalize(x, moments(x, axes), this) as T;
  }
}
