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
  spec: DataSpec,
  examples: tf.Tensor | BatchSource,
  options: BatchOptions,
): AsyncIterable<ExampleBatch> {
  return isTensor(examples) ? slices(spec, examples, options) : batches(examples, options);
}

async function* slices(
  { shape }: DataSpec,
  examples: tf.Tensor,
  { condition = {}, batchSize = 256 }: BatchOptions,
): AsyncGenerator<ExampleBatch> {
  checkExamples(examples, shape, 'examples');
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

async function* batches(source: BatchSource, { steps = source.stepsPerEpoch }: BatchOptions): AsyncGenerator<ExampleBatch> {
  check(
    steps !== undefined,
    'invalid-argument',
    () => 'steps must be given for a source without end: how many batches to look at',
  );
  checkCount('steps', steps);
  for (let step = 0; step < steps; step++) {
    const batch = await source.batch(step);
    try {
      yield { x: batch.x, ...(batch.labels && { labels: await batch.labels.data() }) };
    } finally {
      disposeModule(batch); // with its map and its labelled one
    }
  }
}
