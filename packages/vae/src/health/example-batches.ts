import {
  type BatchSource,
  check,
  checkCount,
  checkExamples,
  type DataSpec,
  disposeModule,
  isTensor,
  type LabelCondition,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** Of what examples a model is, and of how many classes, where it is told them. */
export interface EncodedKind {
  readonly spec: DataSpec;
  readonly classes?: number;
}

/** Some examples with their classes, where there are any. */
interface ExampleBatch {
  readonly x: tf.Tensor;
  readonly labels?: ArrayLike<number>;
}

interface BatchOptions {
  readonly condition?: LabelCondition;
  readonly batchSize?: number;
  readonly steps?: number;
}

/** Examples batch after batch, each of which is disposed when the next is asked for. */
export function exampleBatches(
  model: EncodedKind,
  examples: tf.Tensor | BatchSource,
  options: BatchOptions,
): AsyncIterable<ExampleBatch> {
  return isTensor(examples) ? slices(model, examples, options) : batches(model, examples, options);
}

async function* slices(
  { spec }: EncodedKind,
  examples: tf.Tensor,
  { condition = {}, batchSize = 256 }: BatchOptions,
): AsyncGenerator<ExampleBatch> {
  checkExamples(examples, spec.shape, 'examples');
  checkCount('batchSize', batchSize);
  const labels = condition.labels && Array.from(condition.labels);
  for (let from = 0; from < examples.shape[0]!; from += batchSize) {
    const x = tf.slice(examples, from, Math.min(batchSize, examples.shape[0]! - from));
    try {
      yield { x, ...(labels && { labels: labels.slice(from, from + batchSize) }) };
    } finally {
      x.dispose();
    }
  }
}

async function* batches(
  { classes }: EncodedKind,
  source: BatchSource,
  { steps = source.stepsPerEpoch }: BatchOptions,
): AsyncGenerator<ExampleBatch> {
  check(
    steps !== undefined,
    'invalid-argument',
    () => 'steps must be given for a source without end: how many batches to look at',
  );
  checkCount('steps', steps);
  for (let step = 0; step < steps; step++) {
    const batch = await source.batch(step);
    try {
      yield { x: batch.x, ...(classes && batch.labels && { labels: await batch.labels.data() }) };
    } finally {
      disposeModule(batch); // with its map and its labelled one
    }
  }
}
