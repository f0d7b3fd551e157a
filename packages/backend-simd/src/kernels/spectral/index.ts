import type { KernelConfig } from '@tensorflow/tfjs-core';
import { fftKernel, ifftKernel } from './fft.ts';

/** Fourier transforms. */
export function spectralKernels(): KernelConfig[] {
  return [fftKernel(), ifftKernel()];
}
