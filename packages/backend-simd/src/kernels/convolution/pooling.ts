import type { KernelConfig } from '@tensorflow/tfjs-core';
import { avgPoolGradKernel, avgPoolKernel } from './pooling-average.ts';
import { maxPoolGradKernel, maxPoolKernel } from './pooling-maximum.ts';

/** Pooling in two dimensions; that in three is made of it (volume/). */
export function poolingKernels(): KernelConfig[] {
  return [avgPoolKernel(), avgPoolGradKernel(), maxPoolKernel(), maxPoolGradKernel()];
}
