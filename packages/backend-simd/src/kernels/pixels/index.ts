import type { KernelConfig } from '@tensorflow/tfjs-core';
import { pixelStepsKernel } from './pixel-steps-kernel.ts';

/** What core's autoregressive sampling runs on. */
export function pixelKernels(): KernelConfig[] {
  return [pixelStepsKernel()];
}
