import type { KernelConfig } from '@tensorflow/tfjs-core';
import { poolingKernels } from './pooling.ts';

export function convolutionKernels(): KernelConfig[] {
  return [...poolingKernels()];
}
