import type { KernelConfig } from '@tensorflow/tfjs-core';
import { addKernel } from './add.ts';

export function elementwiseKernels(): KernelConfig[] {
  return [addKernel()];
}
