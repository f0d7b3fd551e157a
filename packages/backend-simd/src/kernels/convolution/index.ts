import type { KernelConfig } from '@tensorflow/tfjs-core';
import { filterGradientKernel } from './filter-gradient-kernel.ts';
import { forwardKernel } from './forward.ts';
import { fusedKernel } from './fused.ts';
import { inputGradientKernel } from './input-gradient.ts';
import { poolingKernels } from './pooling.ts';

export function convolutionKernels(): KernelConfig[] {
  return [
    forwardKernel('Conv2D', 'dense'),
    fusedKernel('FusedConv2D', 'dense'),
    inputGradientKernel('Conv2DBackpropInput', 'dense'),
    filterGradientKernel('Conv2DBackpropFilter', 'dense'),
    forwardKernel('DepthwiseConv2dNative', 'depthwise'),
    fusedKernel('FusedDepthwiseConv2D', 'depthwise'),
    inputGradientKernel('DepthwiseConv2dNativeBackpropInput', 'depthwise'),
    filterGradientKernel('DepthwiseConv2dNativeBackpropFilter', 'depthwise'),
    ...poolingKernels(),
  ];
}
