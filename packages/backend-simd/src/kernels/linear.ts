import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { call } from './call.ts';
import { define } from './kernel.ts';

interface Inputs {
  readonly x: TensorInfo;
  readonly kernel: TensorInfo;
  readonly bias: TensorInfo;
}

interface Attributes {
  readonly relu: boolean;
}

/** Layers as core runs them: the fused ops of tfjs under names for which core has gradients. */
export function linearKernels(): KernelConfig[] {
  return [
    define<Inputs, Attributes>('genmodels:Dense', {
      run({ inputs: { x, kernel, bias }, attrs, backend }) {
        const attributes = { transposeA: false, transposeB: false, activation: nameOf(attrs) };
        return [call(backend, '_FusedMatMul', { a: x, b: kernel, bias }, attributes)];
      },
    }),
    define<Inputs, Attributes>('genmodels:Conv2d', {
      run({ inputs: { x, kernel, bias }, attrs, backend }) {
        return [call(backend, 'FusedConv2D', { x, filter: kernel, bias }, { ...attrs, activation: nameOf(attrs) })];
      },
    }),
  ];
}

function nameOf({ relu }: Attributes): string {
  return relu ? 'relu' : 'linear';
}
