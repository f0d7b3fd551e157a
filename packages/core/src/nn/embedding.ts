import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../rng.ts';
import { checkSizes } from './check-sizes.ts';
import { glorotNormal, type Initializer } from './initializers.ts';

export interface EmbeddingOptions {
  /** How many labels there are: 0 ... count - 1. */
  readonly count: number;
  readonly dimensions: number;
  /** @default glorotNormal, as for a dense layer on one-hot labels */
  readonly initializer?: Initializer;
}

/** A learned vector for each label: [...] of int32 to [..., dimensions]. */
export class Embedding {
  readonly table: tf.Variable<tf.Rank.R2>; // [count, dimensions]

  constructor({ count, dimensions, initializer = glorotNormal }: EmbeddingOptions, rng: Rng) {
    checkSizes({ count, dimensions });
    this.table = initializer<tf.Rank.R2>([count, dimensions], { fanIn: count, fanOut: dimensions }, rng);
  }

  apply(labels: tf.Tensor1D): tf.Tensor2D;
  apply(labels: tf.Tensor): tf.Tensor;
  apply(labels: tf.Tensor): tf.Tensor {
    return tf.gather(this.table, labels);
  }
}
