import type { DataType, KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { CHEAP } from './chunk.ts';
import { rowsOf } from './rows.ts';

interface Choices {
  /** The names that tfjs gives the operands, in the order in which the kernel of assembly/ takes them. @default ['a', 'b'] */
  readonly operands?: readonly [string, string];
  /** Of the result. @default 'float32' */
  readonly dtype?: DataType;
  /** Whether the one output comes in a list, as from all kernels that tfjs does not know. @default false */
  readonly inList?: boolean;
}

/** A kernel of two float32 operands that broadcast. */
export function binary(
  kernelName: string,
  kernel: string,
  { operands = ['a', 'b'], dtype, inList = false }: Choices = {},
): KernelConfig {
  const [first, second] = operands;
  return define<Record<string, TensorInfo>>(kernelName, {
    fits: ({ inputs }) => inputs[first]!.dtype === 'float32' && inputs[second]!.dtype === 'float32',
    run({ inputs, backend }) {
      const out = runRows(backend, kernel, inputs[first]!, inputs[second]!, dtype);
      return inList ? [out] : out;
    },
  });
}

function runRows(backend: SimdBackend, kernel: string, a: TensorInfo, b: TensorInfo, dtype?: DataType): TensorInfo {
  const { shape, size, dimensions } = rowsOf(a, b);
  const out = backend.empty(shape, dtype);
  const addresses = [backend.addressOf(a), backend.addressOf(b), backend.addressOf(out)];
  backend.machine.run(kernel, Math.ceil(size / CHEAP), ...addresses, size, CHEAP, dimensions.length / 3, ...dimensions);
  return out;
}
