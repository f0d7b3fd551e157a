import { isTensor } from '@genmodels/core';
import { type BlobDatasetOptions, readBlob } from './blob.ts';
import type { DatasetOptions } from './dataset-options.ts';
import { type IterableDatasetOptions, readIterable } from './iterable.ts';
import { readTensors, type TensorDatasetOptions } from './tensor.ts';

/** Data that take a while to reach typed arrays: on a device, in a file, or on their way. */
export type AsyncDatasetOptions = TensorDatasetOptions | BlobDatasetOptions | IterableDatasetOptions;

export function isInMemory(options: DatasetOptions | AsyncDatasetOptions): options is DatasetOptions {
  return ArrayBuffer.isView(options.values);
}

export function readOptions(options: AsyncDatasetOptions): Promise<DatasetOptions> {
  if (isTensor(options.values)) return readTensors(options as TensorDatasetOptions);
  if (options.values instanceof Blob) return readBlob(options as BlobDatasetOptions);
  return readIterable(options as IterableDatasetOptions);
}
