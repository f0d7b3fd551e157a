import type { KernelConfig } from '@tensorflow/tfjs-core';
import { avgPoolGradKernel, avgPoolKernel } from './pooling-average.ts';
import { maxPoolGradKernel, maxPoolKernel } from './pooling-maximum.ts';

/** Pooling in two dimensions; that in three is left to the cpu backend. */
export function poolingKernels(): KernelConfig[] {
  return [avgPoolKernel(), avgPoolGradKernel(), maxPoolKernel(), maxPoolGradKernel()];
}
