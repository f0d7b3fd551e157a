import type { LabelCondition } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type * as tf from '@tensorflow/tfjs-core';
import { inParts } from '../data/in-parts.ts';
import { labelsFor, type MaybeConditional } from './labels-for.ts';

/** Some examples, one after another. */
interface Part {
  readonly x: tf.Tensor;
  /** Their classes, where the model is conditioned on them. */
  readonly condition?: LabelCondition;
  /** The place of the first. */
  readonly first: number;
}

/** The examples in their order, `size` at a time. Disposes each part after its turn. */
export function* inOrder(model: MaybeConditional, data: Dataset, size: number): Generator<Part> {
  for (const indices of inParts(data.length, size)) {
    const x = data.examples(indices);
    try {
      yield { x, first: indices[0]!, ...classesOf(model, data, indices) };
    } finally {
      x.dispose();
    }
  }
}

/** What a model is told of the examples with these numbers: their classes, where it is conditioned on them. */
export function classesOf(
  model: MaybeConditional,
  data: Dataset,
  indices: readonly number[],
): { readonly condition?: LabelCondition } {
  const labels = labelsFor(model, data);
  return labels ? { condition: { labels: indices.map((index) => labels[index]!) } } : {};
}
