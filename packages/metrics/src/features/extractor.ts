import type * as tf from '@tensorflow/tfjs-core';

/** Which extractor it was: a name, and the weights' hash where it has weights. */
export interface ExtractorId {
  /** 'pixels', 'mnist-classifier', 'inception-v3', ... */
  readonly name: string;
  /** SHA-256 of the weights' file, in hexadecimal. */
  readonly hash?: string;
}

/** A function from examples to features, and what a score must say of it. */
export interface Extractor extends ExtractorId {
  /** What it does to examples first, in words: 'resized to 299 x 299, bilinear'. */
  readonly preprocessing: string;
  /** Examples that suit its memory at once, where nobody says how many. */
  readonly batchSize?: number;
  /** Examples [batch, ...shape] -> their features [batch, width], which the caller disposes. */
  features(examples: tf.Tensor): tf.Tensor2D;
  /** Features [batch, width] -> p(class given example) [batch, classes], which the caller disposes; of classifiers alone. */
  probabilities?(features: tf.Tensor2D): tf.Tensor2D;
  /** Frees its weights, where it has any. */
  dispose?(): void;
}

/** 'mnist-classifier (3f2a1b9c)': enough of the hash to tell two apart. */
export function describeExtractor({ name, hash }: ExtractorId): string {
  return hash === undefined ? name : `${name} (${hash.slice(0, 8)})`;
}
