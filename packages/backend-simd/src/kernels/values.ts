import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend.ts';

/** The values of a float32 tensor as they lie. Allocate first: views are lost when the memory grows. */
export function floatsOf({ data }: SimdBackend, { dataId }: TensorInfo): Float32Array {
  return data.get(dataId).values as Float32Array;
}

/** The values of an int32 tensor, likewise. */
export function integersOf({ data }: SimdBackend, { dataId }: TensorInfo): Int32Array {
  return data.get(dataId).values as Int32Array;
}
