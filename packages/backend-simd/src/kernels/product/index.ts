import type { KernelConfig } from '@tensorflow/tfjs-core';
import { einsumKernel } from './einsum.ts';
import { fusedMatMul } from './fused-mat-mul.ts';
import { batchMatMul } from './mat-mul.ts';

/** Products of matrices. */
export function productKernels(): KernelConfig[] {
  return [batchMatMul(), fusedMatMul(), einsumKernel()];
}
