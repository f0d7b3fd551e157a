import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';

/**
 * Whether a tensor's numbers lie side by side in memory, so that moving them is moving bytes. Text and complex numbers do not.
 */
export function isMovable({ dtype }: TensorInfo): boolean {
  return dtype === 'float32' || dtype === 'int32' || dtype === 'bool';
}

export function bytesOf(dtype: DataType): number {
  return dtype === 'bool' ? 1 : 4;
}

/** A number as it lies in four bytes of a tensor of that type: a bool is there four times. */
export function bitsOf({ machine }: SimdBackend, dtype: DataType, value: number): number {
  if (dtype === 'float32') return machine.bits(value);
  return dtype === 'bool' ? (value & 255) * 0x01010101 : value;
}

/** The values of an int32 tensor as they lie in memory. */
export function integersOf({ data }: SimdBackend, { dataId }: TensorInfo): Int32Array {
  return data.get(dataId).values as Int32Array;
}
