import type { KernelConfig } from '@tensorflow/tfjs-core';
import { dilation2dBackpropFilterKernel, dilation2dBackpropInputKernel, dilation2dKernel } from './dilation2d.ts';
import { flipLeftRightKernel } from './flip-left-right.ts';
import { lrnGradKernel, lrnKernel } from './lrn.ts';
import { maxPoolWithArgmaxKernel } from './max-pool-with-argmax.ts';
import { transformKernel } from './transform.ts';

/** What is done to images but convolution, pooling and resizing. */
export function imageKernels(): KernelConfig[] {
  return [
    ...[transformKernel(), flipLeftRightKernel()],
    ...[dilation2dKernel(), dilation2dBackpropInputKernel(), dilation2dBackpropFilterKernel(), maxPoolWithArgmaxKernel()],
    ...[lrnKernel(), lrnGradKernel()],
  ];
}
