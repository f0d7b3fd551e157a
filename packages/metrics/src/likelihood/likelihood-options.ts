import type * as tf from '@tensorflow/tfjs-core';

/** What a model gave for each example, and all that must be said of it. */
export interface LikelihoodOptions {
  /** -log p(x) of each example in nats; of a bound such as the ELBO its negative. A tensor stays the caller's. */
  readonly nats: ArrayLike<number> | tf.Tensor1D;
  /** What p(x) is: a density, or the mass of discrete values, which only then is at most 1. The two never compare. */
  readonly likelihood: 'density' | `mass of ${string}`;
  /** How log p(x) was found: 'exact', 'ELBO', 'importance-sampled, k = 500'. A bound never compares with a value. */
  readonly estimator: string;
  /** What the examples are called: 'MNIST'. Scores of data without a name cannot be compared. */
  readonly data?: string;
  /** 'train', 'test', ... */
  readonly split?: string;
  /** What was done to the examples first: 'binarized at 0.5', 'uniform noise of one level added'. @default 'none' */
  readonly preprocessing?: string;
  /** The share of intervals that shall hold the true mean. @default 0.95 */
  readonly confidence?: number;
}
