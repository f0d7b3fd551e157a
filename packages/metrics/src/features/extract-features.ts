import type { Examples } from './examples.ts';
import type { ExtractOptions } from './extract-options.ts';
import { featureBatches, originOf } from './feature-batches.ts';
import type { Features } from './features.ts';

export type { ExtractOptions } from './extract-options.ts';

/**
 * The features of all examples, in their order. Tensors of an iterable are disposed after use. Rejects with the signal's reason when
 * aborted, and leaves no tensor behind.
 */
export async function extractFeatures(examples: Examples, options: ExtractOptions): Promise<Features> {
  const rows: Float32Array[] = [];
  let length = 0;
  let width = 0;
  for await (const { values, shape } of featureBatches(examples, options)) {
    rows.push(values);
    length += shape[0];
    width = shape[1];
  }
  return { values: join(rows, length * width), length, width, origin: originOf(examples, options) };
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
