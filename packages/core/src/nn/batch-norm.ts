import * as tf from '@tensorflow/tfjs-core';
import { number } from '../config.ts';
import type { Mode } from '../model.ts';
import { checkSizes } from './check-sizes.ts';
import { ones, zeros } from './initializers.ts';
import { type Moments, moments, normalize } from './normalize.ts';

export interface BatchNormOptions {
  readonly channels: number;
  /** How much of the running averages stays at each batch. @default 0.9 */
  readonly momentum?: number;
  /** Added to the variance. @default 1e-5 */
  readonly epsilon?: number;
}

/**
 * Normalises each channel over the batch (and the image), then scales and shifts it. Ioffe and Szegedy 2015.
 *
 * In 'train' it uses the batch's mean and variance, lets gradients through both, and moves the running averages towards them
 * (the variance without bias); in 'infer' it uses the running averages. They are saved with the model but not trained.
 */
export class BatchNorm {
  readonly scale: tf.Variable<tf.Rank.R1>; // [channels], as all four
  readonly offset: tf.Variable<tf.Rank.R1>;
  readonly mean: tf.Variable<tf.Rank.R1>;
  readonly variance: tf.Variable<tf.Rank.R1>;
  readonly momentum: number;
  readonly epsilon: number;

  constructor({ channels, momentum = 0.9, epsilon = 1e-5 }: BatchNormOptions) {
    checkSizes({ channels });
    this.momentum = number({ min: 0, max: 1 })(momentum, 'momentum');
    this.epsilon = number({ min: 0 })(epsilon, 'epsilon');
    this.scale = ones<tf.Rank.R1>([channels]);
    this.offset = zeros<tf.Rank.R1>([channels]);
    this.mean = zeros<tf.Rank.R1>([channels]);
    this.variance = ones<tf.Rank.R1>([channels]);
    this.mean.trainable = false;
    this.variance.trainable = false;
  }

  apply<T extends tf.Tensor>(x: T, mode: Mode): T {
    return normalize(x, mode === 'train' ? this.#measure(x) : this, this) as T;
  }

  #measure(x: tf.Tensor): Moments {
    const batch = moments(
      x,
      x.shape.slice(0, -1).map((_, axis) => axis),
    );
    const count = x.size / this.mean.size;
    this.#follow(this.mean, batch.mean, 1);
    this.#follow(this.variance, batch.variance, count / Math.max(count - 1, 1));
    return batch;
  }

  #follow(average: tf.Variable<tf.Rank.R1>, value: tf.Tensor, correction: number): void {
    const share = tf.mul(tf.reshape(value, average.shape), (1 - this.momentum) * correction);
    average.assign(tf.add(tf.mul(average, this.momentum), share));
  }
}
