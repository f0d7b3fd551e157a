import type { KernelConfig } from '@tensorflow/tfjs-core';
import { conv3dBackpropFilterKernel, conv3dBackpropInputKernel, conv3dKernel } from './conv3d.ts';
import { avgPool3dGradKernel, avgPool3dKernel, maxPool3dGradKernel, maxPool3dKernel } from './pool3d.ts';

/** Convolution and pooling in three dimensions, by the kernels for two. */
export function volumeKernels(): KernelConfig[] {
  return [
    ...[conv3dKernel(), conv3dBackpropInputKernel(), conv3dBackpropFilterKernel()],
    ...[avgPool3dKernel(), avgPool3dGradKernel(), maxPool3dKernel(), maxPool3dGradKernel()],
  ];
}
