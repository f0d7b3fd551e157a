import { check, type Domain, isTensor, show } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { DatasetOptions } from './dataset-options.ts';

export interface TensorDatasetOptions extends Omit<DatasetOptions, 'values' | 'shape' | 'labels'> {
  /** `[count, ...shape]`: numbers of the domain in float32; numbers of its steps, as bytes are, in int32 and bool. Stays alive. */
  readonly values: tf.Tensor;
  /** A class for each example: integers from 0. A tensor stays alive. */
  readonly labels?: ArrayLike<number> | tf.Tensor1D;
}

/** Copies the numbers to the host. */
export async function readTensors({ values, labels, ...rest }: TensorDatasetOptions): Promise<DatasetOptions> {
  const classes = isTensor(labels) ? (await labels.data()).slice() : labels;
  return {
    ...rest,
    values: toNumbers((await values.data()).slice(), rest.domain), // the cpu backend hands out its own array
    shape: values.shape.slice(1),
    ...(classes && { labels: classes }),
  };
}

function toNumbers(values: Float32Array | Int32Array | Uint8Array, domain: Domain): Float32Array | Uint8Array {
  if (values instanceof Float32Array) return values;
  if (domain === 'real') return Float32Array.from(values);
  const bytes = Uint8Array.from(values);
  const bad = values.findIndex((value: number, i: number) => value !== bytes[i]);
  check(
    bad === -1,
    'invalid-value',
    () =>
      `int32 values number the steps of their domain, from 0 to 255, got ${show(values[bad])} at index ${bad}: cast them to float32`,
  );
  return bytes;
}
