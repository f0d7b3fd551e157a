import { check, checkCount, show } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { type Examples, inBatches } from './examples.ts';
import type { Extractor } from './extractor.ts';
import type { Features } from './features.ts';

export interface ExtractOptions {
  readonly extractor: Extractor;
  /** What the examples are called. @default the name of the data set */
  readonly data?: string;
  /** 'train', 'test', ... */
  readonly split?: string;
  /** Examples computed at once: the bound on memory. @default 100 */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
  onProgress?(done: number): void;
}

/**
 * The features of all examples, in their order. Tensors of an iterable are disposed after use. Rejects with the signal's reason when
 * aborted, and leaves no tensor behind.
 */
export async function extractFeatures(examples: Examples, options: ExtractOptions): Promise<Features> {
  const { extractor, split, signal, onProgress } = options;
  const data = options.data ?? nameOf(examples);
  const batchSize = options.batchSize ?? 100;
  checkCount('batchSize', batchSize);
  const rows: Float32Array[] = [];
  let length = 0;
  let width = 0;
  for await (const batch of inBatches(examples, batchSize)) {
    signal?.throwIfAborted();
    const { values, shape } = await read(extractor.features(batch), batch);
    width = shape[1];
    rows.push(values);
    length += shape[0];
    onProgress?.(length);
  }
  check(length > 0, 'invalid-argument', () => 'examples must hold at least one example, got none');
  const { name, hash, preprocessing } = extractor;
  const id = { name, ...(hash !== undefined && { hash }) };
  const origin = { ...(data !== undefined && { data }), ...(split !== undefined && { split }), extractor: id, preprocessing };
  return { values: join(rows, length * width), length, width, origin };
}

function nameOf(examples: Examples): string | undefined {
  const { name } = examples as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

/** The rows of one batch; disposes them. */
async function read(features: tf.Tensor2D, batch: tf.Tensor) {
  try {
    check(
      features.rank === 2 && features.shape[0] === batch.shape[0],
      'invalid-shape',
      () => `an extractor must give features of shape [${batch.shape[0]}, width], got ${show(features.shape)}`,
    );
    return { values: (await features.data()) as Float32Array, shape: features.shape };
  } finally {
    features.dispose();
  }
}

function join(rows: readonly Float32Array[], length: number): Float32Array {
  const joined = new Float32Array(length);
  let at = 0;
  for (const row of rows) {
    joined.set(row, at);
    at += row.length;
  }
  return joined;
}
