import type { KernelConfig } from '@tensorflow/tfjs-core';
import { convolutionKernels } from './convolution/index.ts';
import { elementwiseKernels } from './elementwise/index.ts';
import { movementKernels } from './movement/index.ts';
import { productKernels } from './product/index.ts';
import { reductionKernels } from './reduction/index.ts';
import { trainingKernels } from './training/index.ts';

/** Every kernel of our own, in the families of assembly/. */
export function simdKernels(): KernelConfig[] {
  return [
    ...elementwiseKernels(),
    ...reductionKernels(),
    ...movementKernels(),
    ...productKernels(),
    ...convolutionKernels(),
    ...trainingKernels(),
  ];
}
