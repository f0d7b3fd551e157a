import type { DataType, KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { map } from './map.ts';

interface Choices {
  /** Of x. @default 'float32' */
  readonly from?: DataType;
  /** Of the result. @default 'float32' */
  readonly to?: DataType;
  /** Numbers a chunk. @default CHEAP */
  readonly chunk?: number;
  /** The names of the attributes that the kernel of assembly/ takes, as float32. @default none */
  readonly attributes?: readonly string[];
}

/** A kernel of one operand, number by number. */
export function unary(kernelName: string, kernel: string, choices: Choices = {}): KernelConfig {
  const { from = 'float32', to = 'float32', chunk, attributes = [] } = choices;
  return define<{ x: TensorInfo }, Record<string, number>>(kernelName, {
    fits: ({ inputs: { x } }) => x.dtype === from,
    run({ inputs: { x }, attrs, backend }) {
      const words = attributes.map((name) => backend.machine.bits(attrs[name]!));
      return map(backend, kernel, x, to, chunk, words);
    },
  });
}
