import { type DataType, type KernelConfig, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { CHEAP } from './chunk.ts';

interface FillAttributes {
  readonly shape: number[];
  readonly value: number | string;
  readonly dtype?: DataType;
}

export const fillKernel = () =>
  define<object, FillAttributes>('Fill', {
    fits: ({ attrs: { value, dtype = util.inferDtype(value) } }) => isNumeric(dtype),
    run: ({ attrs: { shape, value, dtype = util.inferDtype(value) }, backend }) => filled(backend, shape, dtype, Number(value)),
  });

/** ZerosLike and OnesLike. */
export function constantLike(kernelName: string, value: number): KernelConfig {
  return define<{ x: TensorInfo }>(kernelName, {
    fits: ({ inputs: { x } }) => isNumeric(x.dtype),
    run: ({ inputs: { x }, backend }) => filled(backend, x.shape, x.dtype, value),
  });
}

function filled(backend: SimdBackend, shape: number[], dtype: DataType, value: number): TensorInfo {
  const out = backend.empty(shape, dtype);
  const size = util.sizeFromShape(shape);
  const words = dtype === 'bool' ? Math.ceil(size / 4) : size;
  backend.machine.run('fill', Math.ceil(words / CHEAP), backend.addressOf(out), words, CHEAP, wordOf(backend, dtype, value));
  return out;
}

/** The 32 bits that are repeated: a float32, an integer, or four bools. */
function wordOf(backend: SimdBackend, dtype: DataType, value: number): number {
  if (dtype === 'float32') return backend.machine.bits(value);
  return dtype === 'int32' ? value : (value & 255) * 0x01010101;
}

function isNumeric(dtype: DataType): boolean {
  return dtype === 'float32' || dtype === 'int32' || dtype === 'bool';
}
