import type { KernelConfig, KernelFunc } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { type Attributes, PixelSteps } from './pixel-steps.ts';

/** 'genmodels:PixelSteps' gives no tensor, but what runs an autoregressive network's instructions on memory of its own. */
export function pixelStepsKernel(): KernelConfig {
  const kernelFunc = ({ attrs, backend }: { attrs: Attributes; backend: SimdBackend }) => new PixelSteps(backend.machine, attrs);
  return { kernelName: 'genmodels:PixelSteps', backendName: 'simd', kernelFunc: kernelFunc as unknown as KernelFunc };
}
