import { check, checkCount, equalShapes, show } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { type Examples, inBatches } from './examples.ts';
import type { ExtractOptions } from './extract-options.ts';
import type { FeaturesOrigin } from './features.ts';

/** The features of one batch, a row an example. */
export interface FeatureBatch {
  readonly values: Float32Array;
  readonly shape: readonly [number, number];
}

/** The features of all examples, a batch at a time. Rejects with the signal's reason when aborted, and leaves no tensor behind. */
export async function* featureBatches(examples: Examples, options: ExtractOptions): AsyncGenerator<FeatureBatch> {
  const { extractor, batchSize = extractor.batchSize ?? 100, signal, onProgress } = options;
  checkCount('batchSize', batchSize);
  const pause = pauseOrAbort(signal);
  let done = 0;
  let width: number | undefined;
  await pause(); // aborted before it began: the examples stay untouched
  for await (const batch of inBatches(examples, batchSize)) {
    await pause();
    const features = await read(extractor.features(batch), batch, width);
    width = features.shape[1];
    yield features;
    done += features.shape[0];
    onProgress?.(done);
  }
  check(done > 0, 'invalid-argument', () => 'examples must hold at least one example, got none');
}

/** What their features will say of themselves. */
export function originOf(examples: Examples, { extractor, data = nameOf(examples), split }: ExtractOptions): FeaturesOrigin {
  const { name, hash, preprocessing } = extractor;
  const id = { name, ...(hash !== undefined && { hash }) };
  return { ...(data !== undefined && { data }), ...(split !== undefined && { split }), extractor: id, preprocessing };
}

function nameOf(examples: Examples): string | undefined {
  const { name } = examples as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

/** The rows of one batch, as wide as those before; disposes them. */
async function read(features: tf.Tensor2D, batch: tf.Tensor, width?: number): Promise<FeatureBatch> {
  try {
    check(
      equalShapes(features.shape, [batch.shape[0]!, width ?? features.shape[1]]),
      'invalid-shape',
      () => `an extractor must give features of shape [${batch.shape[0]}, ${width ?? 'width'}], got ${show(features.shape)}`,
    );
    return { values: (await features.data()) as Float32Array, shape: features.shape };
  } finally {
    features.dispose();
  }
}
