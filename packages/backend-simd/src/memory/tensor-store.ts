import { DataStorage, type DataType } from '@tensorflow/tfjs-core';
import type { TensorEntry } from './tensor-entry.ts';

/** The entries of all tensors. One that leaves gives its memory back. */
export class TensorStore extends DataStorage<TensorEntry<DataType>> {
  override delete(dataId: object): boolean {
    if (this.has(dataId)) this.get(dataId).free();
    return super.delete(dataId);
  }
}
