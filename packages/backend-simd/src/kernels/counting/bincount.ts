import type { BincountAttrs, DenseBincountAttrs, KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { floatsOf, integersOf } from '../values.ts';

interface Inputs {
  readonly x: TensorInfo; // [values], or [rows, values]
  readonly weights: TensorInfo; // of the same shape, or empty for ones
}

export function bincountKernel(): KernelConfig {
  return define<Inputs, BincountAttrs>('Bincount', {
    fits: ({ inputs }) => isCountable(inputs),
    run: ({ inputs, attrs: { size }, backend }) => count(backend, inputs, size),
  });
}

/** The same for each row, or whether there is any. */
export function denseBincountKernel(): KernelConfig {
  return define<Inputs, DenseBincountAttrs>('DenseBincount', {
    fits: ({ inputs }) => isCountable(inputs) && inputs.x.shape.length <= 2,
    run: ({ inputs, attrs: { size, binaryOutput }, backend }) => count(backend, inputs, size, binaryOutput),
  });
}

function isCountable({ x, weights }: Inputs): boolean {
  return x.dtype === 'int32' && (weights.dtype === 'float32' || weights.dtype === 'int32');
}

function count(backend: SimdBackend, { x, weights }: Inputs, size: number, binary = false): TensorInfo {
  const rows = x.shape.length === 2 ? x.shape[0]! : 1;
  const read = weights.dtype === 'int32' ? integersOf : floatsOf;
  const [values, shares] = [integersOf(backend, x), read(backend, weights)];
  const length = values.length / rows;
  const sums = new Float64Array(rows * size); // float32 counts to 2^24 alone
  for (let row = 0; row < rows; row++) {
    const [first, last] = [row * length, (row + 1) * length];
    addRow(values.subarray(first, last), shares.subarray(first, last), binary, sums.subarray(row * size, (row + 1) * size));
  }
  const out = backend.empty(x.shape.length === 2 ? [rows, size] : [size], weights.dtype);
  read(backend, out).set(sums);
  return out;
}

function addRow(values: Int32Array, shares: Int32Array | Float32Array, binary: boolean, sums: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < 0) throw new Error('Input x must be non-negative!'); // in the words of the cpu kernel
    if (value < sums.length) sums[value] = binary ? 1 : sums[value]! + (shares.length === 0 ? 1 : shares[i]!);
  }
}
