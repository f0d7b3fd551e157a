import type { KernelConfig } from '@tensorflow/tfjs-core';
import { allKernel, anyKernel, prodKernel } from './along.ts';
import { batchNormKernel } from './batch-norm.ts';
import { cumprodKernel, cumsumKernel } from './cumulate.ts';
import { maxKernel, minKernel } from './largest.ts';
import { softmaxKernel } from './softmax.ts';
import { meanKernel, sumKernel } from './sum.ts';
import { argMaxKernel, argMinKernel } from './where.ts';

export function reductionKernels(): KernelConfig[] {
  return [
    sumKernel(),
    meanKernel(),
    prodKernel(),
    maxKernel(),
    minKernel(),
    argMaxKernel(),
    argMinKernel(),
    allKernel(),
    anyKernel(),
    softmaxKernel(),
    cumsumKernel(),
    cumprodKernel(),
    batchNormKernel(),
  ];
}
