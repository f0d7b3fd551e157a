import { check, isTensor, show } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** Examples to be looked at in their order: a data set (`Dataset` of @genmodels/datasets is one), a tensor, or tensors one after another. */
export type Examples = ExampleList | tf.Tensor | Iterable<tf.Tensor> | AsyncIterable<tf.Tensor>;

/** A set that gives its examples by their numbers. */
export interface ExampleList {
  readonly name?: string;
  readonly length: number;
  /** The examples at `indices` as [count, ...shape], which the caller disposes. */
  examples(indices: ArrayLike<number>): tf.Tensor;
}

/** The examples in their order, `size` at a time but for iterables, which choose. Disposes each batch after its turn; a tensor that was given stays. */
export async function* inBatches(examples: Examples, size: number): AsyncGenerator<tf.Tensor> {
  for await (const batch of batchesOf(examples, size)) {
    try {
      yield batch;
    } finally {
      batch.dispose();
    }
  }
}

function batchesOf(examples: Examples, size: number): Iterable<tf.Tensor> | AsyncIterable<tf.Tensor> {
  if (isTensor(examples)) return slices(examples, size);
  if (isList(examples)) return listed(examples, size);
  check(
    typeof examples === 'object' && examples !== null && (Symbol.iterator in examples || Symbol.asyncIterator in examples),
    'invalid-argument',
    () => `examples must be a data set, a tensor or an iterable of tensors, got ${show(examples)}`,
  );
  return examples;
}

function* slices(examples: tf.Tensor, size: number): Generator<tf.Tensor> {
  for (let first = 0; first < examples.shape[0]!; first += size)
    yield tf.slice(examples, first, Math.min(size, examples.shape[0]! - first));
}

function* listed(examples: ExampleList, size: number): Generator<tf.Tensor> {
  for (let first = 0; first < examples.length; first += size) {
    const count = Math.min(size, examples.length - first);
    yield examples.examples(Uint32Array.from({ length: count }, (_, i) => first + i));
  }
}

function isList(examples: Examples): examples is ExampleList {
  return typeof (examples as ExampleList)?.examples === 'function';
}
