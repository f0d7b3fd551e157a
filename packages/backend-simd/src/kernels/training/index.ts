import type { KernelConfig } from '@tensorflow/tfjs-core';
import { adamStepKernel, averageStepKernel, rmsPropStepKernel } from './optimizers.ts';
import { normalsKernel } from './random.ts';

/** Kernels that tfjs does not know: core's optimizers, averages and random numbers use them where the backend has them. */
export function trainingKernels(): KernelConfig[] {
  return [adamStepKernel(), rmsPropStepKernel(), averageStepKernel(), normalsKernel()];
}
