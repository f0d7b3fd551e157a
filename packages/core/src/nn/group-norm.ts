import * as tf from '@tensorflow/tfjs-core';
import { number } from '../config.ts';
import { check } from '../errors.ts';
import { checkSizes } from './check-sizes.ts';
import { ones, zeros } from './initializers.ts';
import { moments, normalize } from './normalize.ts';

export interface GroupNormOptions {
  readonly channels: number;
  /** Divides the channels. @default 8 */
  readonly groups?: number;
  /** Added to the variance. @default 1e-5 */
  readonly epsilon?: number;
}

/** Normalises each example over the pixels and channels of each group, then scales and shifts each channel. Wu and He 2018. */
export class GroupNorm {
  readonly scale: tf.Variable<tf.Rank.R1>; // [channels]
  readonly offset: tf.Variable<tf.Rank.R1>; // [channels]
  readonly groups: number;
  readonly epsilon: number;

  constructor({ channels, groups = 8, epsilon = 1e-5 }: GroupNormOptions) {
    checkSizes({ channels, groups });
    check(channels % groups === 0, 'invalid-config', () => `groups must divide the ${channels} channels, got ${groups}`);
    this.groups = groups;
    this.epsilon = number({ min: 0 })(epsilon, 'epsilon');
    this.scale = ones<tf.Rank.R1>([channels]);
    this.offset = zeros<tf.Rank.R1>([channels]);
  }

  apply<T extends tf.Tensor>(x: T): T {
    const shape = [this.groups, this.scale.size / this.groups];
    const grouped = tf.reshape(x, [x.shape[0]!, -1, ...shape]); // [batch, pixels, groups, channels of a group]
    const affine = { scale: tf.reshape(this.scale, shape), offset: tf.reshape(this.offset, shape), epsilon: this.epsilon };
    return tf.reshape(normalize(grouped, moments(grouped, [1, 3]), affine), x.shape) as T;
  }
}
