import type { KernelConfig } from '@tensorflow/tfjs-core';
import { bincountKernel, denseBincountKernel } from './bincount.ts';
import { multinomialKernel } from './multinomial.ts';
import { linSpaceKernel, rangeKernel } from './sequences.ts';
import { topKKernel } from './top-k.ts';

/** Kernels that count, rank and draw. */
export function countingKernels(): KernelConfig[] {
  return [topKKernel(), multinomialKernel(), bincountKernel(), denseBincountKernel(), linSpaceKernel(), rangeKernel()];
}
